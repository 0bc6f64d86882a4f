package io.github.cpt76496;

/**
 * What runs the rules. Both give the same reviews, which the library's own build compares. Chosen
 * with {@link Cpt76496Edits.Loader#engine(Engine)}.
 */
public enum Engine {
  /** Drools, which runs the pages as they are written: the default and the reference. */
  DROOLS,
  /**
   * The same pages, written as plain Java by the library's build: starts and answers faster, and
   * loads no class of Drools.
   */
  COMPILED
}
