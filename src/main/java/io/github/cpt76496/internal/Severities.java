package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Edit.Severity;

/** How far the evidence carries. */
final class Severities {

  private Severities() {}

  static Severity mostSevere(Citation.Grade grade) {
    return switch (grade) {
      case A -> Severity.ERROR;
      case S -> Severity.WARNING;
      case U -> Severity.INFO;
    };
  }

  static Severity capped(Severity severity, Citation.Grade grade) {
    Severity most = mostSevere(grade);
    return severity.compareTo(most) < 0 ? most : severity;
  }
}
