package io.github.cpt76496.examples.scrubber;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts the scrubber. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int exitCode = ScrubberCommand.execute(out, err, Terminal.OF_PROCESS, args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** UTF-8 on every platform, so that what is written can be read back. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
