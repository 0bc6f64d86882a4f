package io.github.cpt76496.examples.spark;

/** Why rows cannot be reviewed; the message names the column and never a value. */
final class RejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  RejectedException(String reason) {
    super(reason);
  }

  static RejectedException of(LineColumn column, String reason) {
    return new RejectedException(column.title() + ": " + reason);
  }
}
