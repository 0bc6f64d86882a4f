package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.examples.scrubber.report.Utf8Writer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/** Starts the scrubber. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    PipedOutput output = new PipedOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = writer(output);
    PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
    int exitCode = ScrubberCommand.execute(out, err, new Terminal.OfProcess(output), args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** UTF-8 on every platform, so that what is written can be read back. */
  private static PrintWriter writer(OutputStream out) {
    return new Utf8Writer(out);
  }
}
