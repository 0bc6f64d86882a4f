package io.github.cpt76496.examples.refresh;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.function.BiFunction;

/** What the library answers, as text: the library may be one with other tables. */
public final class Answers implements BiFunction<String, LocalDate, String> {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  /** Of 76496 with 26 beside another code. */
  @Override
  public String apply(String beside, LocalDate day) {
    Claim claim =
        Claim.builder(Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE))
            .lines(
                ServiceLine.builder(1, "76496", day).modifiers("26").placeOfService("22").build(),
                ServiceLine.builder(2, beside, day).placeOfService("22").build())
            .build();
    LineReview line = EDITS.review(claim).lines().get(0);
    Finding first = line.findings().get(0);
    return line.codeApplies() + " " + first.edit() + " " + first.citation().source();
  }
}
