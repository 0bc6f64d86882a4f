package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;

/** A whole process that loads the library as shipped and reviews one claim; argument: engine. */
final class FirstReview {

  private FirstReview() {}

  public static void main(String[] args) {
    Cpt76496Edits edits = Cpt76496Edits.loader().engine(Engine.valueOf(args[0])).load();
    System.out.println(text(edits.review(claim()).lines().get(0)));
  }

  static Claim claim() {
    return Claim.builder(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE, "PALMETTO_GBA"))
        .lines(
            ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2))
                .modifiers("26")
                .placeOfService("22")
                .build())
        .build();
  }

  static String text(LineReview line) {
    // No stream: it would load classes that a host's review need not.
    StringBuilder text = new StringBuilder(line.toString());
    for (Finding finding : line.findings()) {
      text.append(' ').append(finding.edit());
    }
    return text.toString();
  }
}
