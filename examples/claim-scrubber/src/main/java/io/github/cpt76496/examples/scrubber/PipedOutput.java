package io.github.cpt76496.examples.scrubber;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * An output that remembers whether its reader has closed it, which a writer only calls a failure.
 */
final class PipedOutput extends FilterOutputStream {

  private volatile boolean readerHasGone;

  PipedOutput(OutputStream out) {
    super(out);
  }

  boolean readerHasGone() {
    return readerHasGone;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      // Java has no type of its own for it; these are the words of Unix and of Windows.
      String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      readerHasGone |= message.contains("broken pipe") || message.contains("pipe is being closed");
      throw e;
    }
  }
}
