package io.github.cpt76496;

import io.github.cpt76496.testkit.CaseFile;
import io.github.cpt76496.testkit.RulePages;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The library's own pages, their cases and the reference tables. */
public final class OwnPages {

  public static final Path RULES = Path.of("rules");

  private OwnPages() {}

  public static List<RulePage> all() {
    return RulePages.all(RULES);
  }

  public static List<CaseFile> cases() {
    return CaseFile.all(RULES, "");
  }

  /** The reference tables, without their cases. */
  static List<Path> tables() {
    try (Stream<Path> files = Files.list(RULES.resolve("reference"))) {
      return files.filter(f -> !f.toString().endsWith(".cases.tsv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
