package io.github.cpt76496.examples.spark;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Made-up claims, the same for the same seed, and the rows that say the same. */
final class GeneratedClaims {

  static final String HEADER =
      "claimId,form,payerFamily,plan,lineOfBusiness,lineNumber,procedureCode,modifiers,"
          + "placeOfService,dateOfService,units,description,component";

  private static final List<Payer> PAYERS =
      List.of(
          new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS),
          new Payer(Family.MEDICARE, "NORIDIAN", LineOfBusiness.MEDICARE_FFS),
          new Payer(Family.AETNA, "", LineOfBusiness.COMMERCIAL),
          new Payer(Family.BCBS, "NEBRASKA", LineOfBusiness.COMMERCIAL),
          Payer.UNKNOWN);
  private static final List<String> CODES = List.of("76496", "99213", "47533", "77002", "76496");
  private static final List<List<String>> MODIFIERS =
      List.of(List.of(), List.of("26"), List.of("TC"), List.of("26", "59"));
  private static final List<String> PLACES = List.of("11", "22", "24", "");
  private static final List<String> DESCRIPTIONS = List.of("", "FLUOROSCOPY, \"NO CODE\" FITS");

  private GeneratedClaims() {}

  /** Claims by their id. */
  static SortedMap<String, Claim> claims(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SortedMap<String, Claim> claims = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      List<ServiceLine> lines = new ArrayList<>();
      int size = 1 + random.nextInt(4);
      for (int number = 1; number <= size; number++) {
        lines.add(line(number, random));
      }
      Form form = pick(List.of(Form.PROFESSIONAL, Form.PROFESSIONAL, Form.INSTITUTIONAL), random);
      claims.put("G" + i, Claim.builder(form, pick(PAYERS, random)).lines(lines).build());
    }
    return claims;
  }

  private static ServiceLine line(int number, SplittableRandom random) {
    LocalDate date = LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(2));
    Component component = pick(List.of(Component.values()), random);
    return ServiceLine.builder(number, pick(CODES, random), date)
        .modifiers(pick(MODIFIERS, random))
        .placeOfService(pick(PLACES, random))
        .units(1 + random.nextInt(2))
        .description(pick(DESCRIPTIONS, random))
        .record(RecordFacts.builder().component(component).build())
        .build();
  }

  private static <T> T pick(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  /** The rows of a claim, as CSV under {@link #HEADER}. */
  static List<String> rows(String id, Claim claim) {
    List<String> rows = new ArrayList<>();
    for (ServiceLine line : claim.lines()) {
      rows.add(
          String.join(
              ",",
              id,
              claim.form().name(),
              claim.payer().family().name(),
              claim.payer().plan(),
              claim.payer().lineOfBusiness().name(),
              Integer.toString(line.number()),
              line.procedureCode(),
              String.join(" ", line.modifiers()),
              line.placeOfService(),
              line.dateOfService().toString(),
              line.units().toPlainString(),
              "\"" + line.description().replace("\"", "\"\"") + "\"",
              line.record().component().name()));
    }
    return rows;
  }
}
