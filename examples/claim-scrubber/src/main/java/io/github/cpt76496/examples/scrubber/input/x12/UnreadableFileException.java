package io.github.cpt76496.examples.scrubber.input.x12;

/** A file that cannot be read any further. The message repeats no value of the file. */
final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String reason) {
    // No stack trace: this is about the input, not about this program.
    super(reason, null, false, false);
  }
}
