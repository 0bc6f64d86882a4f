package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.examples.page.Words;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of documents, each document once: the strongest statement, the payer's own first.
 */
public final class Documents {

  /** The strongest first. */
  private static final List<Level> STRONGEST_FIRST =
      List.of(
          Level.REQUIRED,
          Level.DO_NOT_SEND,
          Level.REQUIRED_IF,
          Level.ON_REQUEST,
          Level.RECOMMENDED,
          Level.NOT_STATED);

  private static final Comparator<DocumentationRequirement> STRONGEST =
      Comparator.comparing((DocumentationRequirement d) -> STRONGEST_FIRST.indexOf(d.level()))
          .thenComparing(Documents::isAdviceForAnyPayer);

  private Documents() {}

  /** The documents in the order in which they are first spoken of. */
  public static List<DocumentationRequirement> each(List<DocumentationRequirement> statements) {
    Map<DocumentationItem, DocumentationRequirement> strongest =
        new EnumMap<>(DocumentationItem.class);
    for (DocumentationRequirement statement : statements) {
      strongest.merge(statement.item(), statement, (a, b) -> STRONGEST.compare(b, a) < 0 ? b : a);
    }
    return statements.stream()
        .filter(statement -> statement.equals(strongest.get(statement.item())))
        .distinct()
        .toList();
  }

  static List<DocumentationRequirement> of(
      List<DocumentationRequirement> documents, Level first, Level... more) {
    Set<Level> levels = EnumSet.of(first, more);
    return documents.stream().filter(d -> levels.contains(d.level())).toList();
  }

  /** Whether somebody advises it to everybody, so that it need not be said of each line. */
  static boolean isAdviceForAnyPayer(DocumentationRequirement statement) {
    return statement.payer().equals(EditOverride.ANY_PAYER)
        && (statement.level() == Level.RECOMMENDED || statement.level() == Level.NOT_STATED);
  }

  /** What replaces the list of documents if the code does not apply. */
  static String ofWrongCode(LineReview line, Look look) {
    int count = each(line.documentation()).size();
    return "No document corrects a wrong code; "
        + (look.all() ? "those for 76496 are listed" : "--all lists " + count);
  }

  static boolean isForWrongCode(LineReview line) {
    return line.codeApplies() == CodeApplies.NO && !line.documentation().isEmpty();
  }

  static List<String> names(List<DocumentationRequirement> documents) {
    return documents.stream().map(d -> Words.of(d.item())).distinct().toList();
  }
}
