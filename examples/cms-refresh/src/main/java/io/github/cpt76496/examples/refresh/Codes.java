package io.github.cpt76496.examples.refresh;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Codes in a row, such as 33361 to 33370 or 0543T to 0545T. */
final class Codes {

  private static final Pattern PARTS = Pattern.compile("([A-Z]?)(\\d+)([A-Z]?)");

  private Codes() {}

  /**
   * @param last empty if there is one code only
   */
  static List<String> from(String first, String last) {
    if (last.isEmpty()) {
      return List.of(first);
    }
    Matcher from = parts(first);
    int digits = from.group(2).length();
    return IntStream.rangeClosed(Integer.parseInt(from.group(2)), number(last))
        .mapToObj(
            n -> from.group(1) + String.format(Locale.ROOT, "%0" + digits + "d", n) + from.group(3))
        .toList();
  }

  private static int number(String code) {
    return Integer.parseInt(parts(code).group(2));
  }

  private static Matcher parts(String code) {
    Matcher parts = PARTS.matcher(code);
    if (!parts.matches()) {
      throw new IllegalStateException(code);
    }
    return parts;
  }
}
