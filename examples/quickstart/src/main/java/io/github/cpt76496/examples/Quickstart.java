package io.github.cpt76496.examples;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;

/** The first code block of the README: what stands between the two marks is what is shown there. */
public final class Quickstart {

  private Quickstart() {}

  public static void main(String[] args) {
    // readme begin
    Cpt76496Edits edits = Cpt76496Edits.load(); // once; share it between threads

    LocalDate day = LocalDate.of(2026, 3, 2);
    ServiceLine drain = ServiceLine.builder(1, "47490", day).placeOfService("22").build();
    ServiceLine fluoroscopy =
        ServiceLine.builder(2, "76496", day).modifiers("26").placeOfService("22").units(1).build();
    Payer payer = new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS);
    Claim claim = Claim.builder(Form.PROFESSIONAL, payer).lines(drain, fluoroscopy).build();

    for (LineReview line : edits.review(claim).lines()) {
      System.out.println("Does 76496 apply?      " + line.codeApplies());
      System.out.println("Is modifier 26 valid?  " + line.modifier26());
      System.out.println("Which documentation is required?");
      for (DocumentationRequirement document : line.documentation()) {
        if (document.level() == Level.REQUIRED) {
          System.out.println("  " + document.item() + ", " + document.state());
        }
      }
      for (Finding finding : line.findings()) {
        System.out.println(finding);
      }
    }
    // readme end
  }
}
