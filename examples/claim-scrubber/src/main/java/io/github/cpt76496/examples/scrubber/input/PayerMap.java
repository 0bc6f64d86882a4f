package io.github.cpt76496.examples.scrubber.input;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who the payer is, from its name (NM103) and its claim filing indicator (SBR09). A name counts
 * only if it is listed as it stands: a wrong payer would bring another payer's rules.
 */
public final class PayerMap {

  private static final PayerMap PACKAGED = read("payers.tsv");

  private final Map<String, Payer> byName;

  private PayerMap(Map<String, Payer> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** The map that travels with this program, {@code payers.tsv}. */
  public static PayerMap packaged() {
    return PACKAGED;
  }

  private static PayerMap read(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                PayerMap.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      Map<String, Payer> byName = new HashMap<>();
      for (String row : reader.lines().filter(r -> !r.startsWith("#")).skip(1).toList()) {
        String[] cells = row.split("\t", -1);
        Payer payer =
            new Payer(Family.valueOf(cells[1]), cells[2], LineOfBusiness.valueOf(cells[3]));
        if (byName.put(normalised(cells[0]), payer) != null) {
          throw new IllegalStateException(resource + ": listed twice: " + cells[0]);
        }
      }
      return new PayerMap(byName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The payer, as far as the two facts agree.
   *
   * @param name NM103 of the payer, or empty
   * @param filingIndicator SBR09, or empty
   */
  public Payer payer(String name, String filingIndicator) {
    String key = normalised(name);
    Payer named = byName.getOrDefault(key, Payer.UNKNOWN);
    Payer filed = filed(filingIndicator.strip().toUpperCase(Locale.ROOT));
    if (contradict(named, filed)) {
      return Payer.UNKNOWN;
    }
    LineOfBusiness lineOfBusiness =
        filed.lineOfBusiness() == LineOfBusiness.NOT_STATED
            ? named.lineOfBusiness()
            : filed.lineOfBusiness();
    if (named.family() != Family.UNKNOWN) {
      return new Payer(named.family(), named.plan(), lineOfBusiness);
    }
    if (filed.family() != Family.UNKNOWN) {
      return new Payer(filed.family(), "", lineOfBusiness);
    }
    return new Payer(key.isEmpty() ? Family.UNKNOWN : Family.OTHER, "", lineOfBusiness);
  }

  /** What the claim filing indicator says by itself. */
  private static Payer filed(String filingIndicator) {
    return switch (filingIndicator) {
      case "MA", "MB" -> new Payer(Family.MEDICARE, "", LineOfBusiness.MEDICARE_FFS);
      case "BL" -> Payer.of(Family.BCBS);
      case "MC" -> new Payer(Family.MEDICAID, "", LineOfBusiness.MEDICAID);
      case "16" -> new Payer(Family.UNKNOWN, "", LineOfBusiness.MEDICARE_ADVANTAGE);
      case "CI" -> new Payer(Family.UNKNOWN, "", LineOfBusiness.COMMERCIAL);
      default -> Payer.UNKNOWN;
    };
  }

  private static boolean contradict(Payer named, Payer filed) {
    boolean programs =
        named.lineOfBusiness() != LineOfBusiness.NOT_STATED
            && filed.lineOfBusiness() != LineOfBusiness.NOT_STATED
            && named.lineOfBusiness() != filed.lineOfBusiness();
    boolean families =
        named.family() != Family.UNKNOWN
            && filed.family() != Family.UNKNOWN
            && named.family() != filed.family()
            // Many payers run a state's Medicaid plan under their own name.
            && filed.family() != Family.MEDICAID;
    return programs || families;
  }

  /** Capital letters and digits, with one space for everything between them. */
  private static String normalised(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
