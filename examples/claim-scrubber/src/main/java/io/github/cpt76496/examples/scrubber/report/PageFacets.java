package io.github.cpt76496.examples.scrubber.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.examples.page.Words;
import io.github.cpt76496.examples.scrubber.report.RequiredDocuments.Summary;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The charts of the page: every line counts, listed or not. */
final class PageFacets {

  /** The worst finding of a line. */
  enum Worst {
    ERROR,
    WARNING,
    INFO,
    NONE;

    static Worst of(LineReview line) {
      Worst worst = NONE;
      for (Finding finding : line.findings()) {
        Worst one =
            switch (finding.severity()) {
              case ERROR -> ERROR;
              case WARNING -> WARNING;
              case INFO -> INFO;
            };
        if (one.compareTo(worst) < 0) {
          worst = one;
        }
      }
      return worst;
    }

    String inWords() {
      return this == NONE ? "Nothing found" : Words.of(Severity.valueOf(name()));
    }
  }

  private final Facet worst = Facet.of("worst", "Worst finding", Worst.class, Worst::inWords);
  private final Facet codeApplies =
      Facet.of("codeApplies", "Does 76496 apply?", CodeApplies.class, Words::inShort);
  private final Facet modifier26 =
      Facet.of("modifier26", "Is modifier 26 valid?", Modifier26.class, Words::inShort);
  private final Facet documents =
      Facet.of("documents", "Required documents", Summary.class, Summary::words);
  private final Facet payer = Facet.open("payer", "Payer");
  private final Facet edit =
      Facet.grouped("edit", "Edits", Stream.of(Severity.values()).map(Enum::name).toList());

  void count(LineReview line, String payer) {
    worst.count(Worst.of(line).name(), Worst.of(line).inWords());
    codeApplies.count(line.codeApplies().name(), Words.inShort(line.codeApplies()));
    modifier26.count(line.modifier26().name(), Words.inShort(line.modifier26()));
    Summary summary = RequiredDocuments.of(line).summary();
    documents.count(summary.name(), summary.words());
    this.payer.count(payer, payer);
    line.findings().stream()
        .map(finding -> finding.severity() + " " + finding.edit())
        .distinct()
        .forEach(value -> edit.count(value, value.substring(value.indexOf(' ') + 1)));
  }

  void write(JsonGenerator json) throws IOException {
    for (Facet facet : List.of(worst, codeApplies, modifier26, documents, payer, edit)) {
      facet.write(json);
    }
  }
}
