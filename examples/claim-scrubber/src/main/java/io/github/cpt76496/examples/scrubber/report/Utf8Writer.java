package io.github.cpt76496.examples.scrubber.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8, of which much was encoded before, by the threads that made it. It is written out
 * when it is flushed, or when there is much of it.
 */
public final class Utf8Writer extends PrintWriter {

  /** Text as long as this is written out by itself, without another copy. */
  private static final int MUCH = 1 << 14;

  private final OutputStream bytes;

  public Utf8Writer(OutputStream out) {
    this(new BufferedOutputStream(out, MUCH));
  }

  private Utf8Writer(BufferedOutputStream bytes) {
    super(new Unflushed(bytes), false, StandardCharsets.UTF_8);
    this.bytes = bytes;
  }

  /** Writes text that is encoded already, to any writer. */
  static void write(PrintWriter out, byte[] text) {
    if (out instanceof Utf8Writer writer) {
      writer.writeEncoded(text);
    } else {
      out.print(new String(text, StandardCharsets.UTF_8));
    }
  }

  /** Writes text that is encoded already, to any writer. */
  static void write(PrintWriter out, ByteArrayOutputStream text) {
    if (out instanceof Utf8Writer writer) {
      writer.writeEncoded(text);
    } else {
      out.print(text.toString(StandardCharsets.UTF_8));
    }
  }

  private void writeEncoded(byte[] text) {
    super.flush(); // What was printed before comes before.
    try {
      bytes.write(text);
    } catch (IOException e) {
      setError();
    }
  }

  private void writeEncoded(ByteArrayOutputStream text) {
    super.flush(); // What was printed before comes before.
    try {
      text.writeTo(bytes);
    } catch (IOException e) {
      setError();
    }
  }

  @Override
  public void flush() {
    super.flush();
    try {
      bytes.flush();
    } catch (IOException e) {
      setError();
    }
  }

  /** Where characters go: those that are encoded are not written out for it. */
  private static final class Unflushed extends FilterOutputStream {
    Unflushed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] text, int from, int length) throws IOException {
      out.write(text, from, length);
    }

    @Override
    public void flush() {
      // When the writer is flushed, and not when characters are encoded.
    }
  }
}
