package io.github.cpt76496.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the CMS releases say of the tables that were taken from them: the codes with an NCCI pair,
 * and the indicators of the fee schedule. The releases are no part of the project.
 */
final class CmsReleases {

  private static final LocalDate FEE_SCHEDULE = LocalDate.of(2025, 10, 1);

  private final Set<String> paired = new HashSet<>();
  private final Set<String> pairedWith76496 = new HashSet<>();
  private final Map<String, String> indicators = new HashMap<>();

  private CmsReleases(Path data) throws IOException {
    for (String line : Files.readAllLines(data.resolve("ncci-ptp-rationale-2024q3.csv"))) {
      String[] c = line.split(",", 5);
      if (c[0].equals("practitioner")) {
        if (c[2].equals("76000") && !c[4].contains("anesthesia")) {
          paired.add(c[1]);
        } else if (c[2].equals("76496")) {
          pairedWith76496.add(c[1]);
        }
      }
    }
    paired.removeAll(codes(Tsv.read("codes-not-about-fluoroscopy.tsv")));
    for (String line : Files.readAllLines(data.resolve("mpfs-indicators-2025q4.csv"))) {
      String[] c = line.split(",", -1);
      indicators.put(c[0] + "-" + c[1], c[5]);
    }
  }

  /** The releases, where they are available. */
  static Optional<CmsReleases> find() throws IOException {
    Path data = Path.of(System.getProperty("shared.data", "../shared/data"));
    return Files.exists(data) ? Optional.of(new CmsReleases(data)) : Optional.empty();
  }

  /** Whether a table, among the others, says of codes what the releases say. */
  boolean agree(String table, Map<String, List<Tsv.Row>> tables) {
    return switch (table) {
      case "fee-schedule.tsv" -> tables.get(table).stream().allMatch(this::feesAgree);
      case "listed-fluoroscopy-codes.tsv",
          "ncci-fluoroscopy-pairs.tsv",
          "procedure-families.tsv",
          "imaging-partners.tsv" ->
          allPairsAgree(tables);
      default -> true;
    };
  }

  private boolean allPairsAgree(Map<String, List<Tsv.Row>> tables) {
    Set<String> elsewhere = codes(tables.get("procedure-families.tsv"));
    elsewhere.addAll(codes(tables.get("listed-fluoroscopy-codes.tsv")));
    elsewhere.addAll(codes(tables.get("imaging-partners.tsv")));
    Set<String> expected = new TreeSet<>(paired);
    expected.removeAll(elsewhere);
    return expected.equals(codes(tables.get("ncci-fluoroscopy-pairs.tsv")))
        && tables.get("procedure-families.tsv").stream().allMatch(this::pairsAgree);
  }

  private boolean pairsAgree(Tsv.Row row) {
    boolean direct = row.get("imaging_is").equals("PAIRED_WITH_76496");
    return codes(List.of(row)).stream().allMatch(c -> direct == pairedWith76496.contains(c));
  }

  private boolean feesAgree(Tsv.Row row) {
    return row.date("effective_date").isAfter(FEE_SCHEDULE)
        || row.get("pctc_indicator")
            .equals(indicators.get(row.get("code") + "-" + row.get("modifier")));
  }

  private static Set<String> codes(List<Tsv.Row> rows) {
    Set<String> codes = new TreeSet<>();
    for (Tsv.Row row : rows) {
      String first = row.get("first_code");
      String last = row.get("last_code").isEmpty() ? first : row.get("last_code");
      String digits = first.replaceAll("\\D", "");
      int end = Integer.parseInt(last.replaceAll("\\D", ""));
      for (int n = Integer.parseInt(digits); n <= end; n++) {
        codes.add(first.replace(digits, ("%0" + digits.length() + "d").formatted(n)));
      }
    }
    return codes;
  }
}
