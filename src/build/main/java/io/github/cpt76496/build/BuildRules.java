package io.github.cpt76496.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The build steps in one process: the catalog and the tables that it may name are copied to the
 * classes, then {@link CompileRules} and {@link TranslateRules} run. A fault of a page ends it
 * after one message, which names page, line and cure.
 *
 * <p>Arguments: the folder of the rules, the folder of the classes, the package of the rules, the
 * folder for the Java source that is written.
 */
public final class BuildRules {

  private BuildRules() {}

  public static void main(String[] args) throws Exception {
    copyTables(Path.of(args[0]), Path.of(args[1]).resolve(args[2].replace('.', '/')));
    CompileRules.main(args);
    TranslateRules.main(args);
  }

  private static void copyTables(Path rules, Path target) throws IOException {
    for (String folder : List.of("", "reference", "documentation")) {
      Path from = rules.resolve(folder);
      if (!Files.isDirectory(from)) {
        continue;
      }
      Path to = Files.createDirectories(target.resolve(folder));
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(f -> isRead(folder, f.getFileName().toString())).toList()) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Cases are for tests, and what the refresh of the CMS files writes down is for us. */
  private static boolean isRead(String folder, String name) {
    return folder.isEmpty()
        ? name.equals("catalog.txt") || name.equals("rule-set.properties")
        : name.endsWith(".tsv") && !name.endsWith(".cases.tsv");
  }
}
