package io.github.cpt76496.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages of rules as text. */
public final class RulePages {

  private static final Pattern RULE =
      Pattern.compile(
          "/\\*\\n(?<comment>.*?)\\*/\\nrule \"(?<id>[^\"]+)\"\\n(?<keys>.*?)when\\n(?<when>.*?)then\\n"
              + "(?<then>.*?)end\\n",
          Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("    @(\\w+)\\(\"([^\"]*)\"\\)\\n");

  private RulePages() {}

  /**
   * One rule of a page.
   *
   * @param path path of the page below the folder of the rules
   * @param id name of the rule
   * @param comment the words above it
   * @param keys its metadata lines
   * @param when its condition
   * @param then its consequence
   */
  public record RulePage(
      String path, String id, String comment, String keys, String when, String then) {

    /** The names of its metadata, in their order. */
    public List<String> keyNames() {
      return KEY.matcher(keys).results().map(r -> r.group(1)).toList();
    }

    /** Whether the metadata is nothing but well-formed keys. */
    boolean hasOnlyKeys() {
      return KEY.matcher(keys).replaceAll("").isEmpty();
    }

    /** The value of a metadata key, or empty. */
    public String key(String name) {
      return KEY.matcher(keys)
          .results()
          .filter(r -> r.group(1).equals(name))
          .map(r -> r.group(2))
          .findFirst()
          .orElse("");
    }

    /** Whether it is no edit, but decides about what the tables state. */
    public boolean decides() {
      return !key("decides").isEmpty();
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** The pages of a folder and of all below it. */
  public static List<Path> files(Path rules) {
    try (Stream<Path> files = Files.walk(rules)) {
      return files.filter(f -> f.toString().endsWith(".drl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules of all pages of a folder. */
  public static List<RulePage> all(Path rules) {
    return files(rules).stream().flatMap(file -> rules(rules, file)).toList();
  }

  private static Stream<RulePage> rules(Path rules, Path file) {
    String path = rules.relativize(file).toString().replace('\\', '/');
    return RULE.matcher(text(file)).results().map(r -> page(path, r.group()));
  }

  private static RulePage page(String path, String text) {
    Matcher rule = RULE.matcher(text);
    if (!rule.matches()) {
      throw new IllegalStateException(path + ": not in the form of a page");
    }
    return new RulePage(
        path,
        rule.group("id"),
        rule.group("comment"),
        rule.group("keys"),
        onOneLine(rule.group("when")),
        onOneLine(rule.group("then")));
  }

  /** A condition or consequence whose lines were broken, with the parts of its texts in one. */
  private static String onOneLine(String broken) {
    String text = broken.strip().replaceAll("\\s*\\n\\s*", " ").replace("\" + \"", "");
    return "    " + text + "\n";
  }

  /** What stands in a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
