package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file that is written from the rules or the classes, is kept, and is compared with them. */
public final class GeneratedPage {

  /** Writes all that is generated, but for what is approved by itself. */
  private static final String WRITE_ALL =
      "mvn -B -f examples -pl ..,catalog-site test -Dapprove=true"
          + " -Dtest='*PageTest,*ContractTest,ChangeLogTest,ReferenceCasesTest'";

  /** How much of a line is shown: tables have lines of a page's length. */
  private static final int SHOWN = 140;

  private static final int SHOWN_BEFORE = 70;

  private static final String END = "(the end of the file)";

  private GeneratedPage() {}

  /**
   * Fails where the page is not the text; with {@code -Dapprove=true} the text is written first.
   */
  public static void requireCurrent(Path page, String text) throws IOException {
    requireCurrent(page, text, WRITE_ALL);
  }

  /**
   * The same for a file that is not written with the others, so that a person looks at its diff.
   */
  public static void requireApproved(Path file, String text, Class<?> test) throws IOException {
    requireCurrent(file, text, "mvn -B test -Dapprove=true -Dtest=" + test.getSimpleName());
  }

  private static void requireCurrent(Path page, String text, String command) throws IOException {
    if (Boolean.getBoolean("approve")) {
      Files.createDirectories(page.toAbsolutePath().getParent());
      Files.writeString(page, text);
    }
    String held = Files.exists(page) ? Files.readString(page) : "";
    String stale = stale(page, held, text, command);
    if (!stale.isEmpty()) {
      fail(stale);
    }
  }

  /** Where a file differs from what it should hold and what to do, or nothing. */
  static String stale(Path file, String held, String text, String command) {
    if (held.equals(text)) {
      return "";
    }
    List<String> found = held.lines().toList();
    List<String> expected = text.lines().toList();
    int first = 0;
    while (first < Math.min(found.size(), expected.size())
        && found.get(first).equals(expected.get(first))) {
      first++;
    }
    if (found.equals(expected)) {
      return "%s is not current: its line breaks differ%nRegenerate it: %s"
          .formatted(name(file), command);
    }
    String is = first < found.size() ? found.get(first) : END;
    String shouldBe = first < expected.size() ? expected.get(first) : END;
    int from = Math.max(0, commonStart(is, shouldBe) - SHOWN_BEFORE);
    return "%s:%d is not current%n  expected: %s%n  found:    %s%nRegenerate it: %s"
        .formatted(name(file), first + 1, shortened(shouldBe, from), shortened(is, from), command);
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static int commonStart(String one, String other) {
    int i = 0;
    while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String shortened(String line, int from) {
    int to = Math.min(line.length(), from + SHOWN);
    return (from > 0 ? "... " : "") + line.substring(from, to) + (to < line.length() ? " ..." : "");
  }

  /** A constant as words. */
  static String words(String constant) {
    return constant.isEmpty() ? "–" : constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
