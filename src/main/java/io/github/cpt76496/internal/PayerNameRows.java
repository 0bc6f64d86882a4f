package io.github.cpt76496.internal;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.PayerNames.Outcome;
import io.github.cpt76496.PayerNames.Recognition;
import io.github.cpt76496.internal.PayerNameWords.Phrases;
import io.github.cpt76496.internal.PayerNameWords.Phrases.Hit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code rules/reference/payer-names.tsv}, whose header says how each kind of row is
 * matched. Immutable after loading.
 */
public final class PayerNameRows {

  private static final String FILE = "payer-names.tsv";

  private final PayerNameWords words = new PayerNameWords();
  private final Map<String, Payer> names = new HashMap<>();
  private final Phrases<Payer> leading = new Phrases<>();
  private final Map<Family, Phrases<Payer>> programs = new HashMap<>();
  private final Map<String, Payer> ids = new HashMap<>();
  private final Map<String, Payer> filingIndicators = new HashMap<>();
  private final Map<Payer, Set<LineOfBusiness>> programsOfPlans = new HashMap<>();
  private final NearestPayerNames nearest = new NearestPayerNames();

  private PayerNameRows() {}

  /** The library's own rows. */
  public static PayerNameRows load() {
    return of(Tsv.read(FILE));
  }

  static PayerNameRows of(List<Tsv.Row> rows) {
    PayerNameRows all = new PayerNameRows();
    // How names are written comes first: the patterns of the other rows are written so, too.
    for (Tsv.Row row : rows) {
      if (row.required("match").equals("SAME")) {
        patterns(row).forEach(pattern -> all.words.same(pattern, row.get("means")));
      }
    }
    rows.forEach(all::add);
    return all;
  }

  private static List<String> patterns(Tsv.Row row) {
    return List.of(row.required("pattern").split("; *", -1));
  }

  private void add(Tsv.Row row) {
    String match = row.required("match");
    if (match.equals("SAME")) {
      return;
    }
    Payer payer = payer(row);
    programsOfPlans
        .computeIfAbsent(withoutProgram(payer), plan -> EnumSet.noneOf(LineOfBusiness.class))
        .add(payer.lineOfBusiness());
    for (String pattern : patterns(row)) {
      Payer other = add(match, pattern, payer, row);
      if (other != null && !other.equals(payer)) {
        throw new IllegalStateException(
            row.place() + ": pattern " + pattern + " is listed for " + other + ", too; keep one");
      }
    }
  }

  private static Payer payer(Tsv.Row row) {
    return new Payer(
        row.constant("payer", Family.class),
        row.get("plan"),
        row.constant("line_of_business", LineOfBusiness.class));
  }

  /** Adds a pattern, and returns the payer that has it already, or null. */
  private @Nullable Payer add(String match, String pattern, Payer payer, Tsv.Row row) {
    return switch (match) {
      case "NAME" -> {
        nearest.add(pattern, payer);
        yield names.putIfAbsent(key(pattern), payer);
      }
      case "LEADING" -> {
        nearest.add(pattern, payer);
        yield leading.add(words.of(pattern), payer);
      }
      case "PROGRAM" ->
          programs
              .computeIfAbsent(payer.family(), family -> new Phrases<>())
              .add(words.of(pattern), payer);
      case "ID" -> ids.putIfAbsent(code(pattern), payer);
      case "FILING" -> filingIndicators.putIfAbsent(code(pattern), payer);
      default ->
          throw new IllegalStateException(
              row.place() + ": match must be one of FILING, ID, LEADING, NAME, PROGRAM, SAME");
    };
  }

  private String key(String name) {
    return String.join(" ", words.of(name));
  }

  private static String code(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  /** See {@link io.github.cpt76496.PayerNames#recognize}. */
  public Recognition recognize(String name, String payerId, String filingIndicator) {
    Payer filed = filingIndicators.getOrDefault(code(filingIndicator), Payer.UNKNOWN);
    Payer named = named(name);
    Payer identified = ids.getOrDefault(code(payerId), Payer.UNKNOWN);
    if (isUnknown(named) && isUnknown(identified)) {
      return unrecognized(name.isBlank(), payerId.isBlank(), filed);
    }
    Payer payer = combined(named, identified);
    if (isUnknown(payer) || familiesContradict(payer, filed)) {
      return new Recognition(Payer.UNKNOWN, Outcome.CONTRADICTED);
    }
    LineOfBusiness known = programOf(named, identified);
    LineOfBusiness program = known == null ? null : commonProgram(known, filed.lineOfBusiness());
    if (program == null) {
      return programContradicted(payer, filed);
    }
    return new Recognition(new Payer(payer.family(), payer.plan(), program), Outcome.RECOGNIZED);
  }

  /**
   * The payer without its program, where nothing but the program differs. Medicare and Medicaid are
   * programs, and a filing indicator of another payer, such as workers' compensation, tells more
   * than a program.
   */
  private Recognition programContradicted(Payer payer, Payer filed) {
    if (isProgram(payer) || !(isUnknown(filed) || isProgram(filed))) {
      return new Recognition(Payer.UNKNOWN, Outcome.CONTRADICTED);
    }
    Payer kept = withoutProgram(payer);
    return new Recognition(
        isProgramItself(kept) ? Payer.of(kept.family()) : kept, Outcome.PROGRAM_CONTRADICTED);
  }

  private static Payer withoutProgram(Payer payer) {
    return new Payer(payer.family(), payer.plan(), LineOfBusiness.NOT_STATED);
  }

  /** Whether all rows of a plan bear one program, as those of a Medicaid plan. */
  private boolean isProgramItself(Payer plan) {
    Set<LineOfBusiness> borne = programsOfPlans.getOrDefault(plan, Set.of());
    return borne.size() == 1 && !borne.contains(LineOfBusiness.NOT_STATED);
  }

  private static Recognition unrecognized(boolean noName, boolean noId, Payer filed) {
    Family family = filed.family();
    if (family == Family.UNKNOWN && !noName) {
      family = Family.OTHER;
    }
    return new Recognition(
        new Payer(family, filed.plan(), filed.lineOfBusiness()),
        noName && noId ? Outcome.NOT_STATED : Outcome.NOT_RECOGNIZED);
  }

  private static boolean isUnknown(Payer payer) {
    return payer.family() == Family.UNKNOWN;
  }

  /** Who the name means, or unknown where it means nobody or two payers. */
  private Payer named(String name) {
    List<String> said = words.of(name);
    Payer whole = names.get(String.join(" ", said));
    if (whole != null) {
      return whole;
    }
    Hit<Payer> first = leading.longestAt(said, 0);
    if (first == null) {
      return Payer.UNKNOWN;
    }
    Payer payer = first.value();
    String plan = payer.plan();
    LineOfBusiness program = payer.lineOfBusiness();
    for (int at = first.end(); at < said.size(); at++) {
      Hit<Payer> further = leading.longestAt(said, at);
      if (further == null || isProgram(further.value())) {
        continue;
      }
      if (isAnother(payer, further.value())) {
        return Payer.UNKNOWN;
      }
      plan = commonPlan(plan, further.value().plan());
      program = program == LineOfBusiness.NOT_STATED ? further.value().lineOfBusiness() : program;
    }
    return withProgram(
        new Payer(payer.family(), plan, program), said.subList(first.end(), said.size()));
  }

  /** After another payer's name these tell a program that it runs, and no second payer. */
  private static boolean isProgram(Payer payer) {
    return payer.family() == Family.MEDICARE || payer.family() == Family.MEDICAID;
  }

  private static boolean isAnother(Payer payer, Payer further) {
    return payer.family() != further.family()
        || (payer.family() == Family.OTHER && !payer.plan().equals(further.plan()));
  }

  /** Two plans of one family are its family and neither of the two. */
  private static String commonPlan(String plan, String further) {
    if (plan.isEmpty()) {
      return further;
    }
    return further.isEmpty() || further.equals(plan) ? plan : "";
  }

  /** The program that the words after the payer's name tell; of two programs neither. */
  private Payer withProgram(Payer payer, List<String> said) {
    Set<LineOfBusiness> told = EnumSet.noneOf(LineOfBusiness.class);
    String plan = payer.plan();
    int at = 0;
    while (at < said.size()) {
      Hit<Payer> program = programAt(payer.family(), said, at);
      if (program == null) {
        at++;
        continue;
      }
      told.add(program.value().lineOfBusiness());
      plan = plan.isEmpty() ? program.value().plan() : plan;
      at = program.end();
    }
    if (told.isEmpty()) {
      return payer;
    }
    if (told.size() > 1) {
      return isProgram(payer)
          ? Payer.UNKNOWN
          : new Payer(payer.family(), payer.plan(), LineOfBusiness.NOT_STATED);
    }
    LineOfBusiness only = told.iterator().next();
    if (isProgram(payer) && only != payer.lineOfBusiness()) {
      return Payer.UNKNOWN;
    }
    return new Payer(payer.family(), plan, only);
  }

  /** What the words mean of this family, or else of any. */
  private @Nullable Hit<Payer> programAt(Family family, List<String> said, int at) {
    Hit<Payer> own = programAt(programs.get(family), said, at);
    Hit<Payer> general = programAt(programs.get(Family.UNKNOWN), said, at);
    return own != null && (general == null || own.end() >= general.end()) ? own : general;
  }

  private static @Nullable Hit<Payer> programAt(
      @Nullable Phrases<Payer> phrases, List<String> said, int at) {
    return phrases == null ? null : phrases.longestAt(said, at);
  }

  /** The payer of name and id, more narrowly where one of the two is; unknown if they differ. */
  private static Payer combined(Payer named, Payer identified) {
    if (isUnknown(named) || isUnknown(identified)) {
      return isUnknown(named) ? identified : named;
    }
    if (isAnother(named, identified)) {
      return Payer.UNKNOWN;
    }
    String plan = commonPlan(named.plan(), identified.plan());
    return new Payer(named.family(), plan, LineOfBusiness.NOT_STATED);
  }

  /** The program of name and id, or null. */
  private static @Nullable LineOfBusiness programOf(Payer named, Payer identified) {
    return commonProgram(named.lineOfBusiness(), identified.lineOfBusiness());
  }

  /** The program on which both agree, or null. */
  private static @Nullable LineOfBusiness commonProgram(
      LineOfBusiness named, LineOfBusiness identified) {
    if (named == LineOfBusiness.NOT_STATED || named == identified) {
      return identified;
    }
    return identified == LineOfBusiness.NOT_STATED ? named : null;
  }

  private static boolean familiesContradict(Payer payer, Payer filed) {
    return !isUnknown(filed)
        && payer.family() != filed.family()
        // Many payers run a state's Medicaid plan under their own name.
        && filed.family() != Family.MEDICAID;
  }

  /** See {@link io.github.cpt76496.PayerNames#nearest}. */
  public List<String> nearest(String name) {
    return nearest.to(name);
  }
}
