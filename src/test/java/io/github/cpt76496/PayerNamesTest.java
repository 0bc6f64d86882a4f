package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.PayerNames.Outcome;
import io.github.cpt76496.PayerNames.Recognition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the payer is, by the names and ids that claims carry. */
class PayerNamesTest {

  private static final Path ROWS = OwnPages.RULES.resolve("reference/payer-names.tsv");

  private static Recognition recognized(String family, String plan, String program, String how) {
    return new Recognition(
        new Payer(Family.valueOf(family), plan, LineOfBusiness.valueOf(program)),
        Outcome.valueOf(how));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // One payer, in the words of those who send claims.
        "AETNA HEALTH INC|||AETNA||NOT_STATED",
        "Aetna|60054|CI|AETNA||COMMERCIAL",
        "UHC|||UNITED_HEALTHCARE||NOT_STATED",
        "UNITEDHEALTH GROUP|||UNITED_HEALTHCARE||NOT_STATED",
        "Humana Inc.|||HUMANA||NOT_STATED",
        "CIGNA HEALTH|||CIGNA||NOT_STATED",
        "BLUE CROSS AND BLUE SHIELD OF NEBRASKA|||BCBS|NEBRASKA|NOT_STATED",
        "BlueCross BlueShield of Tennessee|||BCBS|TENNESSEE|NOT_STATED",
        "BC/BS of Kansas City||BL|BCBS|KANSAS_CITY|NOT_STATED",
        "BCBSMN|||BCBS|MINNESOTA|NOT_STATED",
        "BLUE CROSS BLUE SHIELD||CI|BCBS||COMMERCIAL",
        "Blue Cross of California|||BCBS|ANTHEM|NOT_STATED",
        "Blue Shield of California|||BCBS|BLUE_SHIELD_OF_CALIFORNIA|NOT_STATED",
        "PREMERA BLUE CROSS||BL|BCBS|PREMERA|NOT_STATED",
        // The contractor, by its name, its jurisdiction, the state or its number.
        "NOVITAS SOLUTIONS INC|||MEDICARE|NOVITAS|MEDICARE_FFS",
        "NORIDIAN JE PART B|||MEDICARE|NORIDIAN|MEDICARE_FFS",
        "WPS GHA|||MEDICARE|WPS|MEDICARE_FFS",
        "Medicare Part A|||MEDICARE||MEDICARE_FFS",
        "Medicare Part B - Jurisdiction 15||MB|MEDICARE|CGS|MEDICARE_FFS",
        "MEDICARE OF TEXAS||MB|MEDICARE|NOVITAS|MEDICARE_FFS",
        "IL MEDICARE||MA|MEDICARE|NGS|MEDICARE_FFS",
        "|05302|MB|MEDICARE|WPS|MEDICARE_FFS",
        // A program under the payer's own name.
        "AETNA BETTER HEALTH OF OHIO||MC|AETNA|BETTER_HEALTH|MEDICAID",
        "Aetna Medicaid Illinois|||AETNA|BETTER_HEALTH|MEDICAID",
        "UHC Community Plan|||UNITED_HEALTHCARE|COMMUNITY_PLAN|MEDICAID",
        "UNITED HEALTHCARE MEDICARE ADVANTAGE||16|UNITED_HEALTHCARE||MEDICARE_ADVANTAGE",
        "AARP Medicare Supplement|||UNITED_HEALTHCARE||OTHER",
        "AARP MEDICARE COMPLETE|||UNITED_HEALTHCARE||MEDICARE_ADVANTAGE",
        "HUMANA MEDICARE|||HUMANA||MEDICARE_ADVANTAGE",
        "BCBS OF TEXAS MEDICAID STAR|||BCBS|TEXAS|MEDICAID",
        "BCBS Minnesota - Commercial and Medicare|||BCBS|MINNESOTA|NOT_STATED",
        "AETNA||MC|AETNA||MEDICAID",
        // States' programs.
        "MEDI-CAL|||MEDICAID|CALIFORNIA|MEDICAID",
        "Medicaid of Nevada|||MEDICAID||MEDICAID",
        "UHC Ovations (AARP)|||UNITED_HEALTHCARE||OTHER",
        "Horizon NJ Health|||MEDICAID|HORIZON_NJ_HEALTH|MEDICAID",
        // Name and id together say more than each.
        "BLUE CROSS BLUE SHIELD|77780||BCBS|NEBRASKA|NOT_STATED",
        "UNITED HEALTHCARE|36273||UNITED_HEALTHCARE||OTHER",
        // Two plans of one family are the family.
        "BCBS NEBRASKA|00710||BCBS||NOT_STATED",
        // Nebraska, and the north-east of another state; Kansas, and Kansas City.
        "BCBS NE|||BCBS|NEBRASKA|NOT_STATED",
        "BCBS NE MEDICARE ADVANTAGE|||BCBS|NEBRASKA|MEDICARE_ADVANTAGE",
        "BCBS NE PA|||BCBS||NOT_STATED",
        "BCBS OF NE PENNSYLVANIA|||BCBS||NOT_STATED",
        "BLUE CROSS OF NORTHEASTERN PENN|||BCBS||NOT_STATED",
        "BCBS NE NY|||BCBS|HIGHMARK|NOT_STATED",
        "MEDICARE NE||MB|MEDICARE|WPS|MEDICARE_FFS",
        "MEDICARE NE PA||MB|MEDICARE|NOVITAS|MEDICARE_FFS",
        "MEDICARE NE NY|||MEDICARE|NGS|MEDICARE_FFS",
        "BCBS KS|||BCBS|KANSAS|NOT_STATED",
        "BCBS KS CITY|||BCBS|KANSAS_CITY|NOT_STATED",
        "BLUE CROSS BLUE SHIELD KS CITY|||BCBS|KANSAS_CITY|NOT_STATED",
        // Short forms.
        "BCBS OF MICH|||BCBS|MICHIGAN|NOT_STATED",
        "BC/BS MICH|||BCBS|MICHIGAN|NOT_STATED",
        "B/C B/S OF MICHIGAN|||BCBS|MICHIGAN|NOT_STATED",
        "BCBS OF TENN|||BCBS|TENNESSEE|NOT_STATED",
        "BCBS MINN|||BCBS|MINNESOTA|NOT_STATED",
        "BCBS OF NEB|||BCBS|NEBRASKA|NOT_STATED",
        "BCBS ALA|||BCBS|ALABAMA|NOT_STATED",
        "BCBS MISS|||BCBS|MISSISSIPPI|NOT_STATED",
        "BCBS MASS|||BCBS|MASSACHUSETTS|NOT_STATED",
        "BCBS N CAROLINA|||BCBS|NORTH_CAROLINA|NOT_STATED",
        "BCBS SO CAROLINA|||BCBS|SOUTH_CAROLINA|NOT_STATED",
        "BCBS OF NO DAKOTA|||BCBS|NORTH_DAKOTA|NOT_STATED",
        "BCBS SO DAKOTA|||BCBS|WELLMARK|NOT_STATED",
        "MEDICARE N CAROLINA|||MEDICARE|PALMETTO_GBA|MEDICARE_FFS",
        "MEDICAID MICH|||MEDICAID|MICHIGAN|MEDICAID",
        "UNITED HLTHCARE|||UNITED_HEALTHCARE||NOT_STATED",
        "UNITED HLTH CARE|||UNITED_HEALTHCARE||NOT_STATED",
        "NATIONAL GOVT SERVICES|||MEDICARE|NGS|MEDICARE_FFS",
        "NATIONAL GOV'T SVCS|||MEDICARE|NGS|MEDICARE_FFS",
        "MEDICARE PT B|||MEDICARE||MEDICARE_FFS",
        "MEDICARE PT A TEXAS|||MEDICARE|NOVITAS|MEDICARE_FFS",
        "NORIDIAN WA|||MEDICARE|NORIDIAN|MEDICARE_FFS",
        "NGS - CONNECTICUT|||MEDICARE|NGS|MEDICARE_FFS",
        "CGS OHIO PART B|||MEDICARE|CGS|MEDICARE_FFS",
      })
  void nameIdAndFilingIndicatorTellThePayer(
      String name, String id, String filing, String family, String plan, String program) {
    assertEquals(
        recognized(family, stated(plan), program, "RECOGNIZED"),
        PayerNames.recognize(stated(name), stated(id), stated(filing)));
  }

  private static String stated(String cell) {
    return cell == null ? "" : cell;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Nobody's name, and names with a payer's name in them.
        "KEY INSURANCE COMPANY||CI|OTHER|COMMERCIAL|NOT_RECOGNIZED",
        "MEDICAL MUTUAL OF OHIO|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "MEDICAL GROUP UNITED HEALTHCARE|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "GOLDEN STATE MEDICARE|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "OHIO MEDICARE ADVANTAGE|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "MEDICARE TEXAS SUPPLEMENT|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "WPS HEALTH INSURANCE|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "CGS HEALTH|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "OXFORD LIFE|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "NGS AMERICAN|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "NORIDIAN ND|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "PALMETTO HEALTH|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        // Two payers in one name.
        "CARESOURCE HUMANA|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "HARVARD PILGRIM UNITED HEALTHCARE|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "MEDICAID OHIO - UNITED HEALTHCARE|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        "MEDICAID OHIO - BUCKEYE|||OTHER|NOT_STATED|NOT_RECOGNIZED",
        // The filing indicator alone.
        "KEY INSURANCE COMPANY||MB|MEDICARE|MEDICARE_FFS|NOT_RECOGNIZED",
        "||BL|BCBS|NOT_STATED|NOT_STATED",
        "||16|UNKNOWN|MEDICARE_ADVANTAGE|NOT_STATED",
        "||ZZ|UNKNOWN|NOT_STATED|NOT_STATED",
        "|NONE||UNKNOWN|NOT_STATED|NOT_RECOGNIZED",
        "|||UNKNOWN|NOT_STATED|NOT_STATED",
        // Facts that speak against each other.
        "AETNA||MB|UNKNOWN|NOT_STATED|CONTRADICTED",
        "AETNA||BL|UNKNOWN|NOT_STATED|CONTRADICTED",
        "QUARTZ MEDICARE ADVANTAGE||WC|UNKNOWN|NOT_STATED|CONTRADICTED",
        "MEDICARE||CI|UNKNOWN|NOT_STATED|CONTRADICTED",
        "HUMANA|60054||UNKNOWN|NOT_STATED|CONTRADICTED",
        "MEDICARE OF TEXAS||16|UNKNOWN|NOT_STATED|CONTRADICTED",
        "MEDICAID OHIO||CI|UNKNOWN|NOT_STATED|CONTRADICTED",
        "AETNA MEDICARE||MB|UNKNOWN|NOT_STATED|CONTRADICTED",
        "MERITAIN HEALTH|60054||UNKNOWN|NOT_STATED|CONTRADICTED",
      })
  void noPayerIsGuessed(
      String name, String id, String filing, String family, String program, String outcome) {
    assertEquals(
        recognized(family, "", program, outcome),
        PayerNames.recognize(stated(name), stated(id), stated(filing)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HUMANA MEDICARE ADVANTAGE||CI|HUMANA|",
        "AETNA MEDICARE||CI|AETNA|",
        "AARP||16|UNITED_HEALTHCARE|",
        "QUARTZ MEDICARE ADVANTAGE||CI|OTHER|QUARTZ",
        "AMBETTER||MC|OTHER|CENTENE",
        "BCBS OF TEXAS MEDICAID||CI|BCBS|TEXAS",
        "UNITED HEALTHCARE|36273|CI|UNITED_HEALTHCARE|",
        // The plan is the program.
        "UHC COMMUNITY PLAN||CI|UNITED_HEALTHCARE|",
        "AETNA BETTER HEALTH OF TX||CI|AETNA|",
        "AETNA MEDICARE|ABH01||AETNA|",
        "AETNA MEDICARE|ABH01|16|AETNA|",
        "TRICARE||CI|OTHER|",
      })
  void whereTheProgramAloneDiffersThePayerStays(
      String name, String id, String filing, String family, String plan) {
    assertEquals(
        recognized(family, stated(plan), "NOT_STATED", "PROGRAM_CONTRADICTED"),
        PayerNames.recognize(stated(name), stated(id), stated(filing)));
  }

  @Test
  void payerThatBearsAnothersNameIsKnownToBeNeither() {
    assertEquals(
        recognized("OTHER", "", "NOT_STATED", "RECOGNIZED"),
        PayerNames.recognize("Aetna Signature Administrators", "", ""));
    assertEquals(
        recognized("OTHER", "TRICARE", "OTHER", "RECOGNIZED"),
        PayerNames.recognize("Humana Military", "", "CH"));
  }

  @Test
  void namesOfAnyLengthAndScriptAreRead() {
    assertEquals(
        recognized("AETNA", "", "NOT_STATED", "RECOGNIZED"),
        PayerNames.recognize("AETNA" + " X".repeat(100_000), "", ""));
    assertEquals(
        recognized("OTHER", "", "NOT_STATED", "NOT_RECOGNIZED"),
        PayerNames.recognize("\u4fdd\u967a \ud83c\udfe5", "", ""));
    assertEquals(
        recognized("UNKNOWN", "", "NOT_STATED", "NOT_STATED"), PayerNames.recognize(" ", " ", " "));
  }

  @Test
  void anArgumentThatIsMissingIsNamed() {
    assertAll(
        () -> assertMissing("name", () -> PayerNames.recognize(null, "", "")),
        () -> assertMissing("payerId", () -> PayerNames.recognize("", null, "")),
        () -> assertMissing("filingIndicator", () -> PayerNames.recognize("", "", null)),
        () -> assertMissing("name", () -> PayerNames.nearest(null)));
  }

  private static void assertMissing(String argument, Runnable call) {
    assertEquals(
        argument + ": missing",
        assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AENTA|Aetna (AETNA)",
        "AETNNA LIFE|Aetna (AETNA)",
        "UNITEDHEATHCARE|UnitedHealthcare (UNITED_HEALTHCARE)",
        "HILL GROUP UNITED HEALTHCARE|UnitedHealthcare (UNITED_HEALTHCARE)",
        "KEY INSURANCE COMPANY|",
        "|"
      })
  void nearestNamesAreThoseWithAFewOtherLetters(String name, String nearest) {
    assertEquals(nearest == null ? List.of() : List.of(nearest), PayerNames.nearest(stated(name)));
  }

  @Test
  void atMostThreeNamesAreNearestFirst() {
    assertEquals(
        List.of(
            "Blue Cross Blue Shield of Nebraska (BCBS/NEBRASKA)",
            "Blue Cross Blue Shield (BCBS)",
            "Blue Cross NC (BCBS/NORTH_CAROLINA)"),
        PayerNames.nearest("BLUE CROSS BLUE SHEILD OF NEBRASKA"));
  }

  /** As {@code payer-names-collected.tsv} says, rows are written by one half of its names. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void collectedNamesAreRecognized(int half) throws IOException {
    List<String> anothers = new ArrayList<>();
    int all = 0;
    int right = 0;
    for (Map<String, String> row :
        OwnPages.rows(Path.of("src/test/resources/payer-names-collected.tsv"))) {
      CRC32 crc = new CRC32();
      crc.update(row.get("name").getBytes(StandardCharsets.UTF_8));
      if ((crc.getValue() & 1) != half) {
        continue;
      }
      Payer wanted =
          new Payer(
              Family.valueOf(row.get("family")),
              row.get("plan"),
              LineOfBusiness.valueOf(row.get("line_of_business")));
      Payer found = PayerNames.recognize(row.get("name"), "", "").payer();
      all++;
      right += found.equals(wanted) ? 1 : 0;
      if (found.family() != wanted.family() && found.family() != Family.OTHER) {
        anothers.add(half == 0 ? row.get("name") : "a name of the half that only measures");
      }
    }
    assertTrue(all > 150, "looked at nothing");
    assertEquals(List.of(), anothers, "given another family's rules");
    assertTrue(right * 100 >= all * 95, right + " of " + all);
  }

  @Test
  void everyPlanWithRowsCanBeReachedByAName() throws IOException {
    Set<String> reached = new TreeSet<>();
    for (Map<String, String> row : OwnPages.rows(ROWS)) {
      for (String pattern : row.get("pattern").split("; *", -1)) {
        switch (row.get("match")) {
          case "LEADING", "NAME" ->
              reached.add(PayerNames.recognize(pattern, "", "").payer().toString());
          default -> {}
        }
      }
    }
    Map<String, Path> unreached = new TreeMap<>(plans());
    unreached.keySet().removeAll(reached);
    assertEquals(
        Map.of(),
        unreached,
        "no name in a file leads to these plans; add one to rules/reference/payer-names.tsv,"
            + " match LEADING, and a source that writes it so");
  }

  @Test
  void everyRowLeadsToAPlanThatThereIs() {
    Set<String> plans = plans().keySet();
    for (Map<String, String> row : OwnPages.rows(ROWS)) {
      if (!row.get("plan").isEmpty()) {
        String plan = row.get("payer") + "/" + row.get("plan");
        assertTrue(
            plans.contains(plan),
            () -> plan + " has no row in rules/documentation; leave the plan of the row empty");
      }
    }
  }

  /** Plans with statements, and those of which somebody searched for any; with their table. */
  private static Map<String, Path> plans() {
    Map<String, Path> plans = new TreeMap<>();
    Stream.concat(
            OwnPages.payerTables().stream(),
            Stream.of(OwnPages.RULES.resolve("documentation").resolve(OwnPages.SEARCHED)))
        .forEach(
            table -> {
              for (Map<String, String> row : OwnPages.rows(table)) {
                String payer = row.get("payer");
                String plan = row.getOrDefault("plan", "");
                if (payer.contains("/") || !plan.isEmpty()) {
                  plans.put(plan.isEmpty() ? payer : payer + "/" + plan, table.getFileName());
                }
              }
            });
    assertTrue(plans.size() > 50, "looked at nothing");
    return plans;
  }

  @Test
  void everyNameOfARowMeansThePayerOfTheRow() {
    for (Map<String, String> row : OwnPages.rows(ROWS)) {
      boolean isId = row.get("match").equals("ID");
      if (!isId && !Set.of("LEADING", "NAME").contains(row.get("match"))) {
        continue;
      }
      Recognition wanted =
          recognized(row.get("payer"), row.get("plan"), row.get("line_of_business"), "RECOGNIZED");
      for (String pattern : row.get("pattern").split("; *", -1)) {
        assertEquals(
            wanted, PayerNames.recognize(isId ? "" : pattern, isId ? pattern : "", ""), pattern);
      }
    }
  }

  @Test
  void collectedNamesBearTheirSource() throws IOException {
    Set<String> sources = new TreeSet<>();
    for (Map<String, String> row :
        OwnPages.rows(Path.of("src/test/resources/payer-names-collected.tsv"))) {
      sources.add(row.get("source"));
    }
    assertEquals(
        Set.of("HOSPITAL_PAYER_NAMES", "SAMPLE_CLAIM_PAYERS", "STEDI_PAYERS_2025"), sources);
    Set<String> known = new TreeSet<>();
    OwnPages.rows(OwnPages.RULES.resolve("reference/sources.tsv"))
        .forEach(source -> known.add(source.get("id")));
    assertTrue(known.containsAll(sources));
    assertTrue(Files.size(ROWS) > 0);
  }
}
