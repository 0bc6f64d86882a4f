package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.LineReview;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is advised for any payer, collected over a run so that it can be said once. */
final class Advice {

  private final Map<String, DocumentationRequirement> byEdit = new LinkedHashMap<>();

  /** Remembers the advice on a line, and returns the documents that are the line's own. */
  List<DocumentationRequirement> takeFrom(LineReview line) {
    List<DocumentationRequirement> documents = Documents.each(line.documentation());
    for (DocumentationRequirement document : documents) {
      if (Documents.isAdviceForAnyPayer(document) && document.level() == Level.RECOMMENDED) {
        byEdit.putIfAbsent(document.edit(), document);
      }
    }
    return documents.stream().filter(d -> !Documents.isAdviceForAnyPayer(d)).toList();
  }

  /** Adds what was remembered elsewhere and came up after what is remembered here. */
  void add(Advice later) {
    later.byEdit.forEach(byEdit::putIfAbsent);
  }

  /** One statement a document, in the order in which they came up; whose state is a line's own. */
  Collection<DocumentationRequirement> all() {
    return byEdit.values().stream().map(document -> document.in(State.UNKNOWN)).toList();
  }
}
