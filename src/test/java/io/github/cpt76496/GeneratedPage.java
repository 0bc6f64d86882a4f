package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A page below {@code rules/} that is written from the rules and compared with them. */
final class GeneratedPage {

  private GeneratedPage() {}

  /**
   * Fails where the page is not the text; with {@code -Dapprove=true} the text is written first.
   */
  static void requireCurrent(Path page, String text) throws IOException {
    if (Boolean.getBoolean("approve")) {
      Files.writeString(page, text);
    }
    assertEquals(Files.readString(page), text);
  }

  /** A constant as words; a level or consequence that nobody stated says what was found. */
  static String words(String constant) {
    if (constant.isEmpty()) {
      return "–";
    }
    return constant.equals("NOT_STATED")
        ? "no public rule found"
        : constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
