package io.github.cpt76496.examples.hosts;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A host like any other, which prints everything that the library answers: each way to package and
 * to start it must print the same.
 */
public final class Host {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private Host() {}

  /** Arguments: which engines run the rules, one after another: DROOLS, COMPILED. */
  public static void main(String[] args) {
    for (String engine : args) {
      System.out.print(answers(engine));
    }
  }

  /** What is said of each sample claim. Texts only, so that a foreign class loader can call it. */
  public static String answers(String engine) {
    Cpt76496Edits edits = Cpt76496Edits.loader().engine(Engine.valueOf(engine)).load();
    StringBuilder text = new StringBuilder();
    text.append(edits.version()).append('\n');
    for (Claim claim : claims()) {
      ClaimReview review = edits.review(claim);
      text.append(claim).append(' ').append(review.payerMatch()).append('\n');
      for (LineReview line : review.lines()) {
        text.append(line).append('\n');
        text.append(line.candidateCodes()).append(line.factsNeeded()).append('\n');
        line.documentation().forEach(document -> text.append(document).append('\n'));
        line.findings().forEach(finding -> text.append(finding).append('\n'));
      }
    }
    return text.toString();
  }

  /** For each payer: a biliary drain beside the line, and nothing beside it, on both forms. */
  private static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (Family family : Family.values()) {
      for (Form form : Form.values()) {
        ServiceLine drain = ServiceLine.builder(1, "47533", DAY).placeOfService("22").build();
        ServiceLine read =
            ServiceLine.builder(2, "76496", DAY).modifiers("26").placeOfService("22").build();
        ServiceLine office = ServiceLine.builder(3, "76496", DAY).placeOfService("11").build();
        Payer payer =
            family == Family.MEDICARE ? Payer.of(family, "PALMETTO_GBA") : Payer.of(family);
        claims.add(Claim.builder(form, payer).lines(drain, read).build());
        claims.add(Claim.builder(form, payer).lines(office).build());
      }
    }
    return claims;
  }
}
