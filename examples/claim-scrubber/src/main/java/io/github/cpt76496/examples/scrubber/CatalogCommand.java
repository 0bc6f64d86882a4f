package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Cpt76496Edits.Loader.Engine;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Question;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the edits. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    description = "Lists the edits, or those that name all of the words.")
final class CatalogCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "words of the id, title or source, for example medicare modifier")
  private List<String> words = List.of();

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    List<Edit> edits =
        Cpt76496Edits.loader().engine(Engine.COMPILED).load().catalog().stream()
            .filter(this::isMeant)
            .toList();
    for (Edit edit : edits) {
      out.printf("%-8s%s%n        %s%n", edit.severity(), edit.id(), edit.title());
      out.printf(
          "        %s; %s, grade %s%n",
          dates(edit), edit.citation().source(), edit.citation().grade());
    }
    out.println(edits.size() + (edits.size() == 1 ? " edit" : " edits"));
    out.flush();
    return ScrubberCommand.NOTHING_WRONG;
  }

  private boolean isMeant(Edit edit) {
    String text =
        (edit.id() + " " + edit.title() + " " + edit.citation().source()).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
  }

  static String dates(Edit edit) {
    String from = "dates of service from " + edit.effectiveDate();
    return edit.endDate().equals(Edit.NO_END) ? from : from + " through " + edit.endDate();
  }

  static String question(Question question) {
    return switch (question) {
      case PROCEDURE -> "1, does 76496 apply?";
      case MODIFIER -> "2, is modifier 26 valid?";
      case DOCUMENTATION -> "3, which documentation does the payer require?";
    };
  }
}
