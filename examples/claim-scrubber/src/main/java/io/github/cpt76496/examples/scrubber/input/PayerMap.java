package io.github.cpt76496.examples.scrubber.input;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who the payer is, from its identifiers, its name and the claim filing indicator. The user's own
 * rows come first. A packaged name counts only if it is listed as it stands, and facts that
 * contradict each other name no payer: a wrong payer would bring another payer's rules.
 */
public final class PayerMap {

  private static final PayerMap PACKAGED = new PayerMap(new PayerRows());
  private static final Map<String, Payer> BY_NAME = packagedNames();

  private final PayerRows rows;

  private PayerMap(PayerRows rows) {
    this.rows = rows;
  }

  /** The map that travels with this program, {@code payers.tsv}. */
  public static PayerMap packaged() {
    return PACKAGED;
  }

  /**
   * The packaged map, and before it the rows of a CSV file with the header {@code
   * payer_id,name_pattern,family,plan,line_of_business}.
   *
   * <p>A row is about the payer with that identifier, and about every payer whose name matches the
   * pattern, in which {@code *} stands for any text; capitals and small letters are the same. Of
   * several patterns that match the first decides. Plan and line of business may be empty.
   *
   * @throws PayerMapException if a row is incomplete, misspelt or listed twice; the message is for
   *     the user
   * @throws IOException if the file cannot be read
   */
  public static PayerMap read(Path csv) throws PayerMapException, IOException {
    return new PayerMap(PayerFile.read(csv));
  }

  private static Map<String, Payer> packagedNames() {
    String resource = "payers.tsv";
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
      return Map.copyOf(byName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #payer(List, String, String)}, for a payer without identifiers. */
  public Payer payer(String name, String filingIndicator) {
    return payer(List.of(), name, filingIndicator);
  }

  /**
   * The payer, as far as the facts agree.
   *
   * @param ids identifiers of the payer, such as NM109; none, one or several
   * @param name NM103 of the payer, or empty
   * @param filingIndicator SBR09, or empty
   */
  public Payer payer(List<String> ids, String name, String filingIndicator) {
    Set<Payer> identified = rows.withIds(ids);
    if (identified.size() > 1) {
      return Payer.UNKNOWN;
    }
    String key = normalised(name);
    Payer named =
        identified.stream()
            .findFirst()
            .or(() -> rows.withName(name))
            .orElseGet(() -> BY_NAME.getOrDefault(key, Payer.UNKNOWN));
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
    StringBuilder normalised = new StringBuilder(name.length());
    boolean gap = false;
    for (char c : name.toUpperCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        if (gap && normalised.length() > 0) {
          normalised.append(' ');
        }
        normalised.append(c);
      }
      gap = !Character.isLetterOrDigit(c);
    }
    return normalised.toString();
  }
}
