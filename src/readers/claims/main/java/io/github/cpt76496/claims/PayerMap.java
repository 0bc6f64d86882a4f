package io.github.cpt76496.claims;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.PayerNames;
import io.github.cpt76496.PayerNames.Outcome;
import io.github.cpt76496.PayerNames.Recognition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Who the payer is, from its identifiers, its name and the claim filing indicator. The user's own
 * rows take precedence over the names and payer ids that the library knows. Facts that contradict
 * each other give no payer: a wrong payer would bring another payer's rules.
 *
 * <p>Safe for use by several threads.
 */
public final class PayerMap {

  private static final String CURE = "to map it, give the reader a PayerMap with its row";

  private static final String CONTRADICTED =
      "name, id and claim filing indicator mean different payers or programs, so none is taken;"
          + " correct the claim";

  private static final String PROGRAM_CONTRADICTED =
      "name, id and claim filing indicator mean one payer and different programs, so it is taken"
          + " without a line of business; correct the claim";

  private static final PayerMap PACKAGED = new PayerMap(new PayerRows(), CURE);

  /** A file names few payers many times; what is remembered must not grow with the input. */
  private static final int MOST_REMEMBERED = 1_000;

  private static final int MOST_CHARACTERS = 100;
  private static final int MOST_IDS = 10;

  /** What is asked. */
  private record Asked(String payerId, List<String> otherIds, String name, String filingIndicator) {

    boolean isShort() {
      return payerId.length() <= MOST_CHARACTERS
          && name.length() <= MOST_CHARACTERS
          && filingIndicator.length() <= MOST_CHARACTERS
          && otherIds.size() <= MOST_IDS
          && otherIds.stream().allMatch(id -> id.length() <= MOST_CHARACTERS);
    }

    /** Nothing of it: where a payer belongs, somebody may have typed a patient. */
    @Override
    public String toString() {
      return "Asked[]";
    }
  }

  private final PayerRows rows;
  private final Map<Asked, MappedPayer> answered = new ConcurrentHashMap<>();

  private final String cure;

  private PayerMap(PayerRows rows, String cure) {
    this.rows = rows;
    this.cure = cure;
  }

  /** Without rows of the user: what the library knows. */
  public static PayerMap packaged() {
    return PACKAGED;
  }

  /**
   * The same map with other words in its notices: what to do about a payer that was not recognized.
   *
   * @param words for the user of a program, such as how to give it rows
   */
  public PayerMap withCure(String words) {
    return new PayerMap(rows, words);
  }

  /** A map with rows of its own, which take precedence over what the library knows. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The payer, as far as the facts agree.
   *
   * @param payerId its id in claims, such as NM109, or empty
   * @param otherIds other identifiers of the payer, which only rows of the user can match
   * @param name NM103 of the payer, or empty
   * @param filingIndicator SBR09, or empty
   */
  public MappedPayer payer(
      String payerId, List<String> otherIds, String name, String filingIndicator) {
    Asked asked = new Asked(payerId, List.copyOf(otherIds), name, filingIndicator);
    MappedPayer known = answered.get(asked);
    if (known == null) {
      known = payer(asked);
      if (answered.size() < MOST_REMEMBERED && asked.isShort()) {
        answered.put(asked, known);
      }
    }
    return known;
  }

  private MappedPayer payer(Asked asked) {
    String name = asked.name();
    String filingIndicator = asked.filingIndicator();
    List<String> ids = new ArrayList<>(asked.otherIds());
    ids.add(asked.payerId());
    Set<Payer> identified = rows.withIds(ids);
    if (identified.size() > 1) {
      return new MappedPayer(Payer.UNKNOWN, CONTRADICTED);
    }
    Optional<Payer> mapped = identified.stream().findFirst().or(() -> rows.withName(name));
    if (mapped.isPresent()) {
      return filed(mapped.get(), PayerNames.recognize("", "", filingIndicator).payer());
    }
    Recognition recognized = PayerNames.recognize(name, asked.payerId(), filingIndicator);
    return new MappedPayer(recognized.payer(), notice(recognized, name));
  }

  /** What a row of the user says, unless the filing indicator contradicts it. */
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
      return "its id is not among those that are known; " + cure;
    }
    List<String> names = PayerNames.nearest(name);
    String near = names.isEmpty() ? "none is near it" : "nearest: " + String.join(", ", names);
    return "its name is not among those that are known; " + near + "; " + cure;
  }

  /**
   * Collects rows. A row is about the payer with an identifier, or about every payer whose name
   * matches a pattern. Not safe for use by several threads.
   */
  public static final class Builder {

    private static final Pattern STARS = Pattern.compile("\\*+");

    private final PayerRows rows = new PayerRows();

    private Builder() {}

    /**
     * Adds a row about one payer.
     *
     * @param id its identifier in claims; case does not matter
     * @param payer who that is
     * @throws IllegalArgumentException if the identifier is blank or has a row already
     */
    public Builder id(String id, Payer payer) {
      if (id.isBlank()) {
        throw new IllegalArgumentException("payer_id: empty; name the payer");
      }
      if (!rows.addId(id, payer)) {
        throw new IllegalArgumentException("payer_id: listed twice; keep one of the rows");
      }
      return this;
    }

    /**
     * Adds a row about every payer whose name matches. If several patterns match, the first one
     * counts.
     *
     * @param pattern the name, in which {@code *} matches any text; case does not matter
     * @param payer who that is
     * @throws IllegalArgumentException if the pattern is blank, matches every name or has a row
     *     already
     */
    public Builder name(String pattern, Payer payer) {
      if (pattern.isBlank()) {
        throw new IllegalArgumentException("name_pattern: empty; name the payer");
      }
      if (STARS.matcher(pattern).matches()) {
        throw new IllegalArgumentException(
            "name_pattern: matches every name; add the text that the names share");
      }
      if (!rows.addPattern(pattern, payer)) {
        throw new IllegalArgumentException("name_pattern: listed twice; keep one of the rows");
      }
      return this;
    }

    /** The map; later rows do not change it. */
    public PayerMap build() {
      return new PayerMap(rows.copy(), CURE);
    }
  }
}
