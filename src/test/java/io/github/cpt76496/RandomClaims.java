package io.github.cpt76496;

import static java.util.stream.Collectors.toCollection;

import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.testkit.RulePages;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Claims drawn from what the rules and their tables know: their codes and those beside them, their
 * dates and the days around those, their payers, places and modifiers. One seed, one sequence.
 */
final class RandomClaims {

  private static final String OF_NO_RULE = "OF_NO_RULE";
  private static final Pattern TWO_CHARACTERS = Pattern.compile("\"([0-9A-Z]{2})\"");

  /** Of no word, of few, telling and not, and as long as a field of the claim and longer. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u00a0",
          "fluoro",
          "FLUOROSCOPY",
          "XR hip",
          "UNLISTED FLUOROSCOPIC PROCEDURE, 76496",
          "fluoroscopy of the shunt",
          "PTBD check",
          "motion x-ray, lumbar spine",
          "spinal DMX",
          "PTCX, no word of the table",
          "HIP ARTHROGRAM LT",
          "C-arm stills of wrist",
          "no fluoroscopy used",
          "gonadal venogram",
          "ultrasound guided biopsy of the lung",
          "fluoroscopy ".repeat(7).substring(0, 80),
          "fluoroscopy ".repeat(7).substring(0, 81));

  private final Random random;
  private final List<String> codes = new ArrayList<>();
  private final List<String> families = new ArrayList<>();
  private final List<String> places = new ArrayList<>(List.of("", "99"));

  /** Those for the component several times, since most edits about modifiers ask for one. */
  private final List<String> modifiers = new ArrayList<>(Collections.nCopies(16, "26"));

  private final List<String> revenueCodes = new ArrayList<>(List.of("", "0320", "0972"));
  private final List<String> typesOfBill = new ArrayList<>(List.of("", "131"));
  private final List<LocalDate> dates = new ArrayList<>();
  private final List<Payer> payers = new ArrayList<>();

  RandomClaims(long seed, List<Edit> catalog) {
    random = new Random(seed);
    modifiers.addAll(Collections.nCopies(4, "TC"));
    Set<LocalDate> turns = new TreeSet<>();
    readTables(turns);
    codes.addAll(Collections.nCopies(20, "76942")); // A text names it.
    for (Edit edit : catalog) {
      turns.add(edit.effectiveDate());
      turns.add(edit.endDate());
    }
    for (LocalDate turn : turns) {
      for (int days = -1; days <= 1; days++) {
        if (turn.getYear() > 1 && turn.getYear() < 9999) {
          dates.add(turn.plusDays(days));
        }
      }
    }
    Set<String> names = new TreeSet<>();
    for (RulePage page : OwnPages.edits()) {
      TWO_CHARACTERS.matcher(page.when()).results().forEach(r -> modifiers.add(r.group(1)));
      if (page.key("payer").contains("/")) {
        names.add(page.key("payer"));
      }
    }
    for (Payer.Family family : Payer.Family.values()) {
      names.add(family + "/");
      names.add(family + "/" + OF_NO_RULE);
    }
    for (String name : names) {
      Payer.Family family = Payer.Family.valueOf(name.substring(0, name.indexOf('/')));
      for (Payer.LineOfBusiness program : Payer.LineOfBusiness.values()) {
        Payer payer = new Payer(family, name.substring(name.indexOf('/') + 1), program);
        // Plans are many, and most edits on modifiers ask for the family alone.
        payers.addAll(Collections.nCopies(name.endsWith("/") ? 3 : 1, payer));
      }
    }
  }

  private void readTables(Set<LocalDate> turns) {
    for (Path table : OwnPages.tables()) {
      List<String> lines =
          RulePages.text(table).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
      List<String> header = List.of(lines.get(0).split("\t", -1));
      for (String line : lines.subList(1, lines.size())) {
        List<String> cells = List.of(line.split("\t", -1));
        for (int i = 0; i < cells.size(); i++) {
          String cell = cells.get(i);
          switch (cell.isEmpty() ? "" : header.get(i)) {
            case "first_code", "last_code" -> add(table.getFileName().toString(), cell);
            case "family" -> families.add(cell);
            case "effective_date", "end_date" -> turns.add(LocalDate.parse(cell));
            default -> {}
          }
        }
      }
    }
  }

  private void add(String table, String code) {
    switch (table) {
      case "places-of-service.tsv" -> places.add(code);
      case "facility-places-by-payer.tsv" -> places.addAll(Collections.nCopies(6, code));
      case "ncci-modifiers.tsv" -> modifiers.add(code);
      case "revenue-codes.tsv" -> revenueCodes.add(code);
      case "types-of-bill.tsv" -> typesOfBill.add(code + "1");
      case "pctc-indicators.tsv" -> {} // Of a code, and not on a claim.
      default -> codes.add(code);
    }
  }

  Claim next() {
    LocalDate date = anyOf(dates);
    List<ServiceLine> lines = new ArrayList<>();
    lines.add(line(1, "76496", date));
    while (oneIn(2)) {
      String code = oneIn(8) ? "76496" : oneIn(8) ? beside(anyOf(codes)) : anyOf(codes);
      lines.add(line(lines.size() + 1, code, oneIn(8) ? anyOf(dates) : date));
    }
    return new Claim(
        anyOf(List.of(Claim.Form.values())),
        anyOf(payers),
        anyOf(typesOfBill),
        anyOf(TEXTS),
        items(),
        lines);
  }

  private ServiceLine line(int number, String code, LocalDate date) {
    Set<String> ofLine =
        Stream.generate(() -> anyOf(modifiers))
            .limit(random.nextInt(4))
            .collect(toCollection(TreeSet::new));
    ServiceLine.Builder line =
        ServiceLine.builder(number, code, date)
            .modifiers(List.copyOf(ofLine))
            .placeOfService(anyOf(places))
            .description(anyOf(TEXTS))
            .note(anyOf(TEXTS))
            .revenueCode(anyOf(revenueCodes));
    if (!oneIn(4)) {
      line.units(1 + random.nextInt(2));
    }
    return line.record(oneIn(3) ? RecordFacts.EMPTY : record()).build();
  }

  /** Mostly silent, as records are. */
  private RecordFacts record() {
    return new RecordFacts(
        mostly(RecordFacts.Imaging.NOT_STATED, RecordFacts.Imaging.values()),
        mostly(RecordFacts.Purpose.NOT_STATED, RecordFacts.Purpose.values()),
        oneIn(4) ? anyOf(families) : "",
        anyOf(List.of(RecordFacts.Component.values())),
        stated(),
        stated(),
        stated(),
        stated(),
        stated(),
        stated(),
        items());
  }

  private Stated stated() {
    return mostly(Stated.NOT_STATED, Stated.values());
  }

  private Set<DocumentationItem> items() {
    Set<DocumentationItem> items = EnumSet.noneOf(DocumentationItem.class);
    while (oneIn(2)) {
      items.add(anyOf(List.of(DocumentationItem.values())));
    }
    return items;
  }

  /** A code next to another, which may lie just outside of its range. */
  private String beside(String code) {
    char[] digits = code.toCharArray();
    int place = random.nextInt(digits.length);
    // What is no letter or digit any more is no code, and refused.
    boolean first = digits[place] == '0' || digits[place] == 'A';
    boolean last = digits[place] == '9' || digits[place] == 'Z';
    boolean up = first || (!last && random.nextBoolean());
    digits[place] = (char) (digits[place] + (up ? 1 : -1));
    String changed = new String(digits);
    return changed.equals("76496") ? code : changed;
  }

  EditOverride override(List<Edit> catalog) {
    Edit edit = anyOf(catalog);
    Payer payer = anyOf(payers);
    // An edit about the documents of one payer takes no decision for another, nor a plan that no
    // rule knows.
    boolean forAny = edit.question() == Edit.Question.DOCUMENTATION || oneIn(2);
    String ofOne = payer.plan().equals(OF_NO_RULE) ? payer.family().name() : payer.toString();
    return new EditOverride(
        edit.id(),
        forAny ? EditOverride.ANY_PAYER : ofOne,
        anyOf(List.of(EditOverride.Action.values())),
        "drawn at random");
  }

  private <T> T mostly(T value, T[] values) {
    return random.nextBoolean() ? value : anyOf(List.of(values));
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T anyOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
