package io.github.cpt76496.claims;

/** A claim that cannot be read as it is written. The message repeats no value of the claim. */
public final class UnreadableClaimException extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadableClaimException(String reason) {
    // No stack trace: this is about the input, not about this program.
    super(reason, null, false, false);
  }
}
