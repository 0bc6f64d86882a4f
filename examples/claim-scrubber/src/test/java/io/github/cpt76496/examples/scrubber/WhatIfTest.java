package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.UnreadableClaimException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final Claim FULL =
      Claim.builder(
              Form.INSTITUTIONAL,
              new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS))
          .typeOfBill("131")
          .note("CLAIM NOTE")
          .attachments(EnumSet.of(DocumentationItem.PROCEDURE_REPORT))
          .lines(
              ServiceLine.builder(1, "47533", DAY).build(),
              ServiceLine.builder(7, "76496", DAY)
                  .modifiers("26", "59")
                  .placeOfService("22")
                  .units(2)
                  .description("D")
                  .note("N")
                  .revenueCode("0320")
                  .record(
                      RecordFacts.builder()
                          .imaging(Imaging.FLUOROSCOPY)
                          .purpose(Purpose.SOLE_IMAGING)
                          .procedure("PERCUTANEOUS_BILIARY")
                          .component(Component.PROFESSIONAL)
                          .writtenInterpretation(true)
                          .noSpecificCode(false)
                          .categoryThreeChecked(true)
                          .motionRecorded(false)
                          .purchasedComponent(true)
                          .hospitalPatient(true)
                          .onFile(EnumSet.of(DocumentationItem.IMAGING_REPORT))
                          .build())
                  .build())
          .build();

  private static Claim change(Claim claim, String... settings) throws UnreadableClaimException {
    return WhatIf.of(List.of(settings)).apply(claim);
  }

  @Test
  void claimComesBackWhole() throws UnreadableClaimException {
    assertEquals(FULL, change(FULL));
    Claim least =
        Claim.builder(Form.NOT_STATED, Payer.UNKNOWN)
            .lines(ServiceLine.builder(1, "76496", DAY).build())
            .build();
    assertEquals(least, change(least));
  }

  @Test
  void everyNameChangesWhatItNames() throws UnreadableClaimException {
    RecordFacts record =
        RecordFacts.builder()
            .imaging(Imaging.CT)
            .purpose(Purpose.DRAIN_CHANGE)
            .component(Component.BOTH)
            .writtenInterpretation(false)
            .noSpecificCode(true)
            .motionRecorded(true)
            .onFile(
                EnumSet.of(DocumentationItem.PROCEDURE_REPORT, DocumentationItem.PERMANENT_IMAGES))
            .build();
    assertEquals(
        Claim.builder(Form.PROFESSIONAL, Payer.of(Family.AETNA))
            .note("OTHER")
            .lines(
                FULL.lines().get(0),
                ServiceLine.builder(7, "76496", DAY.plusDays(1))
                    .placeOfService("11")
                    .units(1)
                    .description("E")
                    .note("O")
                    .revenueCode("0361")
                    .record(record)
                    .build())
            .build(),
        change(
            FULL,
            "form=PROFESSIONAL",
            "payer=AETNA",
            "typeOfBill=",
            "claimNote=OTHER",
            "attachments=",
            "modifier=",
            "placeOfService=11",
            "dateOfService=2026-03-03",
            "units=1",
            "description=E",
            "note=O",
            "revenueCode=0361",
            "imaging=CT",
            "purpose=DRAIN_CHANGE",
            "procedure=",
            "component=BOTH",
            "writtenInterpretation=false",
            "noSpecificCode=true",
            "categoryThreeChecked=",
            "motionRecorded=true",
            "purchasedComponent=",
            "hospitalPatient=",
            "onFile=PROCEDURE_REPORT, PERMANENT_IMAGES"));
  }

  @Test
  void endOfServiceGoesWithItsDate() throws UnreadableClaimException {
    Claim long76496 =
        Claim.builder(Form.NOT_STATED, Payer.UNKNOWN)
            .lines(ServiceLine.builder(1, "76496", DAY).through(DAY.plusDays(2)).build())
            .build();

    assertEquals(long76496, change(long76496, "units="));
    assertEquals(
        DAY.plusDays(9),
        change(long76496, "dateOfService=" + DAY.plusDays(9)).lines().get(0).dateOfServiceEnd());
    assertEquals(
        DAY.plusDays(1),
        change(long76496, "dateOfServiceEnd=" + DAY.plusDays(1)).lines().get(0).dateOfServiceEnd());
  }

  @Test
  void payerIsFamilyPlanAndLineOfBusiness() throws UnreadableClaimException {
    assertEquals(
        new Payer(Family.BCBS, "NEBRASKA", LineOfBusiness.MEDICARE_ADVANTAGE),
        change(FULL, "payer=BCBS/NEBRASKA/MEDICARE_ADVANTAGE").payer());
    assertEquals(
        new Payer(Family.AETNA, "", LineOfBusiness.COMMERCIAL),
        change(FULL, "payer=AETNA//COMMERCIAL").payer());
  }
}
