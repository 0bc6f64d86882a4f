package io.github.cpt76496.examples.scrubber.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8, of which much was encoded before, by the threads that made it. */
public final class Utf8Writer extends PrintWriter {

  private final OutputStream bytes;

  public Utf8Writer(OutputStream out) {
    super(out, false, StandardCharsets.UTF_8);
    this.bytes = out;
  }

  /** Text as it will be written. */
  static ByteArrayOutputStream encoded(StringWriter text) {
    byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(utf8.length);
    encoded.writeBytes(utf8);
    return encoded;
  }

  /** Writes text that is encoded already, to any writer. */
  static void write(PrintWriter out, ByteArrayOutputStream text) {
    if (out instanceof Utf8Writer writer) {
      writer.write(text);
    } else {
      out.print(text.toString(StandardCharsets.UTF_8));
    }
  }

  private void write(ByteArrayOutputStream text) {
    flush(); // What was printed before comes before.
    try {
      text.writeTo(bytes);
    } catch (IOException e) {
      setError();
    }
  }
}
