package io.github.cpt76496.csv;

/** A payer file that cannot be used. The message names file, line and cure, for the user. */
public final class PayerMapException extends Exception {

  private static final long serialVersionUID = 1L;

  PayerMapException(String message) {
    // No stack trace: this is about the file, not about this program.
    super(message, null, false, false);
  }
}
