package io.github.cpt76496.examples.catalogsite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the page, or one of its pictures alone. */
@Command(
    name = "catalog-site",
    mixinStandardHelpOptions = true,
    version = "0.1.0-SNAPSHOT",
    description = "Writes the catalog of edits for CPT 76496 as one HTML page.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "1:could not be written", "2:wrong options"})
public final class Main implements Callable<Integer> {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "catalog.html",
      description = "where the page goes (default: ${DEFAULT-VALUE})")
  private Path page;

  @Option(
      names = "--flow",
      paramLabel = "FILE",
      description = "writes the decision flow alone, as SVG, and no page")
  private Path flow;

  @Option(
      names = "--matrix",
      paramLabel = "FILE",
      description = "writes the matrix of payers and documents alone, as SVG, and no page")
  private Path matrix;

  @Spec private CommandSpec command;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() {
    return (flow == null || write(flow, SitePage.flow()))
            && (matrix == null || write(matrix, SitePage.matrix()))
            && (flow != null || matrix != null || write(page, SitePage.html()))
        ? 0
        : 1;
  }

  private boolean write(Path file, String text) {
    try {
      Files.writeString(file, text);
      return true;
    } catch (IOException e) {
      command.commandLine().getErr().println(file + " cannot be written: " + e);
      return false;
    }
  }
}
