package io.github.cpt76496.examples.scrubber;

/** How a list is written that is about no claim. */
enum DataFormat {
  TEXT,
  JSON,
  CSV
}
