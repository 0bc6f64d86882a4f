package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.page.Row;

/** A row with what a finding tells of it. */
interface CitedRow extends Row {

  /** File and line. */
  String place();

  /** Who says so. */
  Citation citation();
}
