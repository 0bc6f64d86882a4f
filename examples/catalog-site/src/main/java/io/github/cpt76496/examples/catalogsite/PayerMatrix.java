package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which payer says what about which document.
 *
 * @param requirements every edit that states something about a document
 */
record PayerMatrix(List<Entry> requirements) {

  static final String ANY = "ANY";

  /** How the title ends of a page whose source was published and could not be read whole. */
  private static final String ENDS_IN_PART = "read only in part";

  private static final Pattern LINES_OF_BUSINESS =
      Pattern.compile("lineOfBusiness (?:== \"(?<one>\\w+)\"|in \\( (?<several>[\\w\", ]+) \\))");

  /** Columns that belong together. */
  record Group(String title, List<DocumentationItem> items) {}

  /** The columns, from what stands on the claim to what stays in the record. */
  static final List<Group> GROUPS =
      List.of(
          new Group(
              "Words on the claim",
              List.of(
                  DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION,
                  DocumentationItem.NARRATIVE_TECHNIQUE,
                  DocumentationItem.NARRATIVE_BODY_AREA,
                  DocumentationItem.NARRATIVE_REASON,
                  DocumentationItem.NARRATIVE_INSTANCE_COUNT,
                  DocumentationItem.NARRATIVE_PROVIDER_PRICE)),
          new Group(
              "Numbers and modifiers on the claim",
              List.of(
                  DocumentationItem.COMPONENT_MODIFIER,
                  DocumentationItem.SINGLE_UNIT,
                  DocumentationItem.PRIOR_AUTHORIZATION,
                  DocumentationItem.DRUG_NDC)),
          new Group(
              "Reports and records",
              List.of(
                  DocumentationItem.CLINICAL_RECORDS,
                  DocumentationItem.PROCEDURE_REPORT,
                  DocumentationItem.IMAGING_REPORT,
                  DocumentationItem.RADIOLOGY_ORDER,
                  DocumentationItem.REFERRING_CLINICAL_NOTES,
                  DocumentationItem.NURSING_RECORD,
                  DocumentationItem.IMPLANT_LOG)),
          new Group(
              "How records travel",
              List.of(
                  DocumentationItem.PWK_ATTACHMENT_CONTROL,
                  DocumentationItem.ATTACHMENT_COVER_SHEET,
                  DocumentationItem.PAYER_ROUTING_FORM,
                  DocumentationItem.MARKED_PORTION)),
          new Group(
              "What explains the code",
              List.of(
                  DocumentationItem.SPECIAL_REPORT,
                  DocumentationItem.CODE_SELECTION_RATIONALE,
                  DocumentationItem.MEDICAL_NECESSITY_STATEMENT,
                  DocumentationItem.COMPARABLE_CODE,
                  DocumentationItem.TIME_EFFORT_EQUIPMENT,
                  DocumentationItem.SERVICE_COUNT,
                  DocumentationItem.SITE_INDEPENDENCE_STATEMENT)),
          new Group(
              "Bills and devices",
              List.of(
                  DocumentationItem.ITEMIZED_BILL,
                  DocumentationItem.DEVICE_IDENTIFICATION,
                  DocumentationItem.DEVICE_SUPPLY_INVOICE,
                  DocumentationItem.PRIMARY_PAYER_EOB)),
          new Group(
              "What the record holds",
              List.of(
                  DocumentationItem.SUPERVISION_RECORD,
                  DocumentationItem.TEACHING_PARTICIPATION_NOTE,
                  DocumentationItem.PHYSICIAN_SIGNATURE,
                  DocumentationItem.RADIATION_DOSE_INDEX,
                  DocumentationItem.FLUORO_TIME_AND_IMAGE_COUNT,
                  DocumentationItem.PERMANENT_IMAGES)));

  /** How strongly something is asked for, as one sees it. The order is that of the legend. */
  enum Mark {
    REQUIRED("required", "the payer says that it must be there"),
    REQUIRED_IF(
        "required under a condition", "needed under a condition that a claim does not decide"),
    ON_REQUEST("only when the payer asks", "the payer says that it may ask"),
    RECOMMENDED("recommended", "advised, by the payer or by others"),
    DO_NOT_SEND("do not send", "the payer says not to send it"),
    NO_PUBLIC_RULE(
        "no public rule found",
        "looked for and not found, which proves nothing; the payer may want it all the same"),
    READ_IN_PART(
        "known only in part",
        "published, but read only in part; what it says of 76496 was not seen"),
    AS_FAMILY("as the family", "the plan says nothing of its own; its family's row holds"),
    NOTHING_KNOWN("nothing known", "neither a statement nor a search for one");

    /** What a mark says beside its shape where nobody could confirm the statement. */
    static final String UNVERIFIED = "unverified";

    private final String words;
    private final String meaning;

    Mark(String words, String meaning) {
      this.words = words;
      this.meaning = meaning;
    }

    String words() {
      return words;
    }

    String meaning() {
      return meaning;
    }

    /** The shape of this mark. */
    String icon() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether something is stated that could not be confirmed; of silence nothing can be. */
    boolean isUnverified(Entry entry) {
      return this != NO_PUBLIC_RULE
          && this != READ_IN_PART
          && entry.edit().citation().grade() == Grade.U;
    }

    static Mark of(Entry entry) {
      return switch (Level.valueOf(entry.page().key("level"))) {
        case REQUIRED -> REQUIRED;
        case REQUIRED_IF -> REQUIRED_IF;
        case ON_REQUEST -> ON_REQUEST;
        case RECOMMENDED -> RECOMMENDED;
        case DO_NOT_SEND -> DO_NOT_SEND;
        case NOT_STATED ->
            entry.edit().title().endsWith(ENDS_IN_PART) ? READ_IN_PART : NO_PUBLIC_RULE;
      };
    }
  }

  /** Families, each before its plans, in alphabetical order; what holds for any payer last. */
  List<String> payers() {
    Set<String> payers =
        new TreeSet<>(Comparator.comparing((String p) -> p.equals(ANY)).thenComparing(p -> p));
    for (Entry entry : requirements) {
      payers.add(entry.payer());
      payers.add(family(entry.payer()));
    }
    return List.copyOf(payers);
  }

  /** What the payer itself says of the document, the strongest statement first. */
  List<Entry> statements(String payer, DocumentationItem item) {
    return requirements.stream()
        .filter(e -> e.payer().equals(payer) && e.page().key("item").equals(item.name()))
        .sorted(Comparator.comparing(Mark::of))
        .toList();
  }

  /** What to show where the payer itself says nothing. */
  Mark silence(String payer, DocumentationItem item) {
    return isFamily(payer) || statements(family(payer), item).isEmpty()
        ? Mark.NOTHING_KNOWN
        : Mark.AS_FAMILY;
  }

  /** The lines of business for which a payer's statements hold. */
  List<String> programs(String payer) {
    Set<String> programs = new TreeSet<>();
    requirements.stream()
        .filter(e -> e.payer().equals(payer))
        .forEach(e -> programs.addAll(programs(e)));
    return List.copyOf(programs);
  }

  /** The lines of business for which a statement holds; none where it holds for all. */
  static Set<String> programs(Entry entry) {
    Set<String> programs = new TreeSet<>();
    Matcher values = LINES_OF_BUSINESS.matcher(String.join(", ", entry.page().conditions()));
    if (values.find()) {
      String found = values.group("one") == null ? values.group("several") : values.group("one");
      programs.addAll(List.of(found.replace("\"", "").split(", ", -1)));
    }
    programs.remove("NOT_STATED");
    return programs;
  }

  static boolean isFamily(String payer) {
    return payer.indexOf('/') < 0;
  }

  static String family(String payer) {
    return isFamily(payer) ? payer : payer.substring(0, payer.indexOf('/'));
  }

  static String plan(String payer) {
    return isFamily(payer) ? "" : payer.substring(payer.indexOf('/') + 1);
  }
}
