package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/**
 * Claims as a clearing house or a radiology group might see them, the same on every run. How often
 * what occurs is our assumption: nobody publishes it.
 */
final class Claims {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final List<String> OTHERS =
      List.of(
          "99213", "99214", "71046", "72100", "73030", "74177", "70450", "80053", "85025", "36415",
          "93000", "J3490", "97110", "20610", "76700", "77067", "99284", "G0463", "81003", "90471");
  private static final List<String> PROCEDURES =
      List.of("47533", "47536", "62323", "64483", "36558", "49440", "32557", "50432", "77002");
  private static final List<String> PLACES = List.of("11", "22", "19", "24", "21", "49");
  private static final List<Payer> PAYERS =
      List.of(
          new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS),
          new Payer(Family.MEDICARE, "NORIDIAN", LineOfBusiness.MEDICARE_FFS),
          new Payer(Family.MEDICARE, "NOVITAS", LineOfBusiness.MEDICARE_FFS),
          new Payer(Family.AETNA, "", LineOfBusiness.COMMERCIAL),
          new Payer(Family.BCBS, "NEBRASKA", LineOfBusiness.COMMERCIAL),
          new Payer(Family.BCBS, "", LineOfBusiness.COMMERCIAL),
          new Payer(Family.CIGNA, "", LineOfBusiness.COMMERCIAL),
          new Payer(Family.UNITED_HEALTHCARE, "", LineOfBusiness.COMMERCIAL),
          new Payer(Family.OTHER, "", LineOfBusiness.COMMERCIAL));

  private final Random random;

  private Claims(long seed) {
    this.random = new Random(seed);
  }

  /** Claims of one to six lines, of which one line in so many is billed with 76496. */
  static Claim[] oneLineIn(int lines, int claims) {
    Claims made = new Claims(76496);
    Claim[] array = new Claim[claims];
    int next = lines;
    for (int i = 0; i < claims; i++) {
      int count = 1 + made.random.nextInt(6);
      next -= count;
      array[i] = made.claim(count, next < 0);
      next += next < 0 ? lines : 0;
    }
    return array;
  }

  /** Claims of one to six lines, each with one that is billed with 76496. */
  static Claim[] allHits(int claims) {
    Claims made = new Claims(76496);
    Claim[] array = new Claim[claims];
    for (int i = 0; i < claims; i++) {
      array[i] = made.claim(1 + made.random.nextInt(6), true);
    }
    return array;
  }

  /** Claims of one to twenty lines without 76496. */
  static Claim[] noHits(int claims) {
    Claims made = new Claims(76496);
    Claim[] array = new Claim[claims];
    for (int i = 0; i < claims; i++) {
      array[i] = made.claim(1 + made.random.nextInt(20), false);
    }
    return array;
  }

  /** One claim of so many lines, all billed with 76496, over thirty days. */
  static Claim long76496(int lines) {
    Claims made = new Claims(76496);
    List<ServiceLine> all = new ArrayList<>(lines);
    for (int i = 1; i <= lines; i++) {
      all.add(made.hit(i, FIRST.plusDays(i % 30), "22"));
    }
    return Claim.builder(Form.PROFESSIONAL, PAYERS.get(0)).lines(all).build();
  }

  private Claim claim(int count, boolean hit) {
    LocalDate date = FIRST.plusDays(random.nextInt(540));
    String place = any(PLACES);
    int at = random.nextInt(count);
    List<ServiceLine> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(
          hit && i == at
              ? hit(i + 1, date, place)
              : ServiceLine.builder(i + 1, any(chance(10) ? PROCEDURES : OTHERS), date)
                  .placeOfService(place)
                  .units(1)
                  .build());
    }
    return Claim.builder(chance(80) ? Form.PROFESSIONAL : Form.INSTITUTIONAL, any(PAYERS))
        .note(chance(20) ? "Fluoroscopic study of diaphragm motion, see report" : "")
        .lines(lines)
        .build();
  }

  private ServiceLine hit(int number, LocalDate date, String place) {
    ServiceLine.Builder line =
        ServiceLine.builder(number, "76496", date).placeOfService(place).units(1);
    if (chance(60)) {
      line.modifiers("26");
    }
    if (chance(70)) {
      line.description(
          chance(50) ? "Fluoroscopy, unlisted" : "Fluoroscopic study of a valved implant, left");
    }
    if (chance(30)) {
      RecordFacts.Builder record = RecordFacts.builder();
      record
          .component(any(List.of(Component.values())))
          .purpose(any(List.of(Purpose.values())))
          .writtenInterpretation(chance(80));
      if (chance(50)) {
        record.noSpecificCode(chance(80)).onFile(EnumSet.of(DocumentationItem.IMAGING_REPORT));
      }
      line.record(record.build());
    }
    return line.build();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
