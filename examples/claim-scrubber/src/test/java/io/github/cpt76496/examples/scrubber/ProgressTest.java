package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

  private static final String CLAIM =
      "{\"lines\":[{\"procedureCode\":\"76000\",\"dateOfService\":\"2026-03-02\"}]}\n";

  @TempDir Path folder;

  @Test
  void barGoesToTheEnd() throws IOException {
    StringWriter err = new StringWriter();
    try (Progress progress = Progress.bar(5_000_000, new PrintWriter(err), 60);
        InputStream in = progress.counting(new ByteArrayInputStream(new byte[5_000_000]))) {
      assertEquals(0, in.read());
      assertEquals(4_999_999, in.readAllBytes().length);
    }

    String last = err.toString().stripTrailing();
    last = last.substring(last.lastIndexOf('\r') + 1);
    assertTrue(last.matches("Reading 100% \\[=+] 5/5 MB \\(.*\\).*MB/s"), last);
    // A full line would make some terminals begin a new one.
    assertEquals(59, last.length());
  }

  @Test
  void barIsShownForLongFilesOnATerminalOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("long"), CLAIM.repeat(150_000));
    assertTrue(Files.size(file) > Progress.WORTH_A_BAR);

    assertEquals("", err(descriptor -> false, file));
    assertEquals("", err(descriptor -> true, file));
    assertTrue(err(descriptor -> descriptor == 2, file).contains("Reading 100%"));
    assertTrue(
        err(descriptor -> true, file, "-o", folder.resolve("o").toString()).contains("100%"));
  }

  private static String err(Terminal terminal, Path file, String... more) {
    StringWriter err = new StringWriter();
    String[] args = new String[more.length + 2];
    args[0] = "--format=json";
    args[1] = file.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    assertEquals(
        0,
        ScrubberCommand.execute(
            new PrintWriter(new StringWriter()), new PrintWriter(err), terminal, args));
    return err.toString();
  }
}
