package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Cpt76496Edits.Loader.Engine;
import io.github.cpt76496.Edit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the page of an edit: what it says, on whose word, since when, and its cases. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains an edit: its words, source, dates, condition and cases.")
final class ExplainCommand implements Callable<Integer> {

  private static final int WIDTH = 96;

  @Parameters(
      paramLabel = "EDIT-ID",
      description = "as findings name it, for example modifier/26-missing-in-facility")
  private String id;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    List<Edit> catalog = Cpt76496Edits.loader().engine(Engine.COMPILED).load().catalog();
    Optional<Edit> edit = catalog.stream().filter(e -> e.id().equals(id)).findFirst();
    if (edit.isEmpty()) {
      throw new ParameterException(command.commandLine(), unknown(catalog));
    }
    explain(edit.get(), RulePage.of(id));
    return ScrubberCommand.NOTHING_WRONG;
  }

  private String unknown(List<Edit> catalog) {
    List<String> near =
        catalog.stream().map(Edit::id).filter(known -> known.contains(id)).limit(10).toList();
    return "no edit has this id; "
        + (near.isEmpty() ? "`claim-scrubber catalog` lists them" : "near: " + near);
  }

  private void explain(Edit edit, RulePage page) {
    PrintWriter out = command.commandLine().getOut();
    out.println(edit.id());
    out.println(edit.title());
    out.println();
    out.println("  Question   " + CatalogCommand.question(edit.question()));
    out.println("  Severity   " + edit.severity() + (edit.onByDefault() ? "" : ", off by default"));
    out.println("  In force   " + CatalogCommand.dates(edit));
    Citation citation = edit.citation();
    out.printf(
        "  Source     %s  (%s, grade %s, read %s)%n",
        citation.source(), citation.sourceDate(), citation.grade(), citation.lastReviewDate());
    if (!citation.url().isEmpty()) {
      out.println("             " + citation.url());
    }
    out.println("  Written    " + page.path());
    out.println();
    section(out, "In plain words", page.inPlainWords());
    section(
        out,
        "Reports a line of which this holds",
        page.condition().isEmpty() ? "(any line that no edit above it answers)" : page.condition());
    out.println("  Cases");
    for (String yaml : page.cases()) {
      yaml.lines().forEach(line -> out.println("    " + line));
      out.println();
    }
    out.flush();
  }

  private static void section(PrintWriter out, String title, String text) {
    out.println("  " + title);
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+", -1)) {
      if (line.length() + word.length() >= WIDTH) {
        out.println("   " + line);
        line.setLength(0);
      }
      line.append(' ').append(word);
    }
    out.println("   " + line);
    out.println();
  }
}
