package io.github.cpt76496.examples.scrubber.input;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.PayerNames;
import io.github.cpt76496.PayerNames.Outcome;
import io.github.cpt76496.PayerNames.Recognition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who the payer is, from its identifiers, its name and the claim filing indicator. The user's own
 * rows come first, and then the names and payer ids that the library knows. Facts that contradict
 * each other name no payer: a wrong payer would bring another payer's rules.
 */
public final class PayerMap {

  private static final PayerMap PACKAGED = new PayerMap(new PayerRows());

  private static final String CURE =
      "to map it, give --payers a file with the header " + PayerFile.header() + " and its row";

  private static final String CONTRADICTED =
      "name, id and claim filing indicator mean different payers or programs, so none is taken;"
          + " correct the claim";

  private static final String PROGRAM_CONTRADICTED =
      "name, id and claim filing indicator mean one payer and different programs, so it is taken"
          + " without a line of business; correct the claim";

  /** So many names that were not recognized are remembered with what is near to them. */
  private static final int MOST_NAMES = 1_000;

  private final PayerRows rows;
  private final Map<String, String> nearest = new ConcurrentHashMap<>();

  private PayerMap(PayerRows rows) {
    this.rows = rows;
  }

  /** Without rows of the user: what the library knows. */
  public static PayerMap packaged() {
    return PACKAGED;
  }

  /**
   * What the library knows, and before it the rows of a CSV file with the header {@code
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

  /**
   * The payer, as far as the facts agree.
   *
   * @param payerId its id in claims, such as NM109, or empty
   * @param otherIds numbers of it of other kinds, which rows of the user alone can know
   * @param name NM103 of the payer, or empty
   * @param filingIndicator SBR09, or empty
   */
  public MappedPayer payer(
      String payerId, List<String> otherIds, String name, String filingIndicator) {
    List<String> ids = new ArrayList<>(otherIds);
    ids.add(payerId);
    Set<Payer> identified = rows.withIds(ids);
    if (identified.size() > 1) {
      return new MappedPayer(Payer.UNKNOWN, CONTRADICTED);
    }
    Optional<Payer> mapped = identified.stream().findFirst().or(() -> rows.withName(name));
    if (mapped.isPresent()) {
      return filed(mapped.get(), PayerNames.recognize("", "", filingIndicator).payer());
    }
    Recognition recognized = PayerNames.recognize(name, payerId, filingIndicator);
    return new MappedPayer(recognized.payer(), notice(recognized, name));
  }

  /** What a row of the user says, as far as the filing indicator does not speak against it. */
  private static MappedPayer filed(Payer mapped, Payer filed) {
    boolean families =
        mapped.family() != Family.UNKNOWN
            && filed.family() != Family.UNKNOWN
            && mapped.family() != filed.family()
            // Many payers run a state's Medicaid plan under their own name.
            && filed.family() != Family.MEDICAID;
    if (filed.lineOfBusiness() == LineOfBusiness.NOT_STATED) {
      return families ? new MappedPayer(Payer.UNKNOWN, CONTRADICTED) : MappedPayer.of(mapped);
    }
    if (families
        || (mapped.lineOfBusiness() != LineOfBusiness.NOT_STATED
            && mapped.lineOfBusiness() != filed.lineOfBusiness())) {
      return new MappedPayer(Payer.UNKNOWN, CONTRADICTED);
    }
    return MappedPayer.of(new Payer(mapped.family(), mapped.plan(), filed.lineOfBusiness()));
  }

  private String notice(Recognition recognized, String name) {
    if (recognized.outcome() == Outcome.CONTRADICTED) {
      return CONTRADICTED;
    }
    if (recognized.outcome() == Outcome.PROGRAM_CONTRADICTED) {
      return PROGRAM_CONTRADICTED;
    }
    if (recognized.outcome() != Outcome.NOT_RECOGNIZED) {
      return "";
    }
    if (name.isBlank()) {
      return "its id is not among those that are known; " + CURE;
    }
    return "its name is not among those that are known; " + nearest(name) + "; " + CURE;
  }

  private String nearest(String name) {
    String known = nearest.get(name);
    if (known == null) {
      List<String> names = PayerNames.nearest(name);
      known = names.isEmpty() ? "none is near it" : "nearest: " + String.join(", ", names);
      if (nearest.size() < MOST_NAMES) {
        nearest.put(name, known);
      }
    }
    return known;
  }
}
