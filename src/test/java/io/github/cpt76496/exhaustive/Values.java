package io.github.cpt76496.exhaustive;

import static java.util.stream.Collectors.toCollection;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.exhaustive.RulePage.Atom;
import io.github.cpt76496.internal.SeenFacts;
import io.github.cpt76496.oracle.Reference;
import io.github.cpt76496.page.LineFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of each input that matter to rules. Two values of which no test of any of the rules
 * tells one from the other are one value, of which the first is taken; that needs no judgment, so
 * it is computed from the pages and tables.
 */
final class Values {

  /** A modifier that no rule names. */
  static final String OTHER_MODIFIER = "GA";

  /** Stands for those that part a pair and claim no distinct service by themselves. */
  private static final String PARTS_A_PAIR_ONLY = "LT";

  static final List<BigDecimal> UNITS =
      List.of(BigDecimal.ZERO, new BigDecimal("0.5"), BigDecimal.ONE, BigDecimal.valueOf(2));

  /** Of no, one, some and too many words; the first that says something says only the code. */
  static final List<String> DESCRIPTIONS =
      List.of(
          "",
          "Unlisted fluoroscopy procedure",
          "Swallow",
          "x".repeat(80),
          "Fluoroscopic study of diaphragm motion after surgery of the left side of the chest,"
              + " long");

  /** Nothing, one text of each stance, and one that names other imaging. */
  static final List<String> WORDS =
      List.of(
          "",
          "hip arthrogram",
          "biliary drain exchange",
          "gonadal venogram",
          "CT guided injection",
          "unlisted fluoro of the lung",
          "no fluoroscopy used");

  static final List<String> LINE_NOTES = List.of("", "left foot");
  static final List<String> CLAIM_NOTES = List.of("", "gait recorded twice");

  private final Collection<RulePage> rules;
  private final SeenFacts seen = new SeenFacts();
  private final Reference reference;

  Values(Collection<RulePage> rules, Reference reference) {
    this.rules = rules;
    this.reference = reference;
  }

  /** All that an input can be, as far as tables and rules name it. */
  private List<?> universe(Input input) {
    return switch (input) {
      case FAMILY -> List.of(Family.values());
      case PLACE -> withNone("", IntStream.range(0, 100).mapToObj("%02d"::formatted));
      case REVENUE_CODE -> withNone("", IntStream.range(1, 1000).mapToObj("%04d"::formatted));
      case TYPE_OF_BILL -> withNone("", IntStream.range(11, 99).mapToObj(n -> n + "1"));
      case PROCEDURE -> withNone("", reference.familyNames().stream());
      case CODES_BESIDE ->
          withNone(
              List.of(),
              Stream.concat(reference.codes().stream(), Stream.of("76496")).map(List::of));
      default -> throw new IllegalArgumentException(input.name());
    };
  }

  private static <T> List<T> withNone(T none, Stream<T> some) {
    return Stream.concat(Stream.of(none), some).toList();
  }

  /** The other inputs of a fact, when one of them is looked at. */
  private static List<?> sweep(Input input) {
    return switch (input) {
      case HOSPITAL_PATIENT -> List.of(Stated.values());
      case FAMILY -> List.of(Family.values());
      case PLACE -> List.of("", "11", "22", "55");
      case MODIFIERS -> List.of(List.of(), List.of("59"));
      case CODES_BESIDE -> List.of(List.of(), List.of("76000"));
      case PURPOSE -> List.of(Purpose.values());
      case IMAGING -> List.of(Imaging.values());
      case PROCEDURE -> List.of("");
      case MODIFIERS_BESIDE -> List.of(List.of());
      default -> throw new IllegalArgumentException(input.name());
    };
  }

  /** The first of the values that rules cannot tell apart, for each kind of value. */
  List<?> representatives(Input input) {
    Map<String, Atom> tests = new LinkedHashMap<>();
    rules.forEach(
        r ->
            r.atoms().stream()
                .filter(a -> Input.OF_FACT.get(a.fact()).contains(input))
                .filter(a -> !looksAtWordsAndCodes(a))
                .forEach(a -> tests.put(a.text(), a)));
    Collection<Atom> atoms = tests.values();
    Map<List<Object>, Object> first = new LinkedHashMap<>();
    for (Object value : universe(input)) {
      first.putIfAbsent(outcomes(input, value, atoms), value);
    }
    return List.copyOf(first.values());
  }

  /**
   * Which codes stand beside words counts only where they are those that the words name; the block
   * by words holds such.
   */
  private static boolean looksAtWordsAndCodes(Atom atom) {
    return Input.OF_FACT
        .get(atom.fact())
        .containsAll(EnumSet.of(Input.DESCRIPTION, Input.CODES_BESIDE));
  }

  private List<Object> outcomes(Input input, Object value, Collection<Atom> atoms) {
    Set<Input> others = EnumSet.noneOf(Input.class);
    atoms.forEach(a -> others.addAll(Input.OF_FACT.get(a.fact())));
    others.remove(input);
    Block around = Block.of(input.name(), Question.PROCEDURE);
    for (Input other : others) {
      around = around.vary(other, sweep(other));
    }
    List<Object> outcomes = new ArrayList<>();
    outcomes.add(Situation.isUnstated(input, value)); // A review may ask for it.
    for (Situation situation : around.at(input, value).sweep(others)) {
      LineFacts facts = seen.of(situation.claim());
      for (Atom atom : atoms) {
        outcomes.add(RulePage.holds(atom.test(), name -> SeenFacts.value(facts, name)));
      }
      if (input == Input.CODES_BESIDE) {
        outcomes.add(SeenFacts.shown(facts.billedRow()));
      } else if (input == Input.PROCEDURE) {
        outcomes.add(SeenFacts.shown(facts.recordedRow()));
      }
    }
    return outcomes;
  }

  /**
   * The representatives of single codes, and each of them beside a code that NCCI pairs with 76496:
   * which of two is looked at depends on the modifiers.
   */
  List<List<String>> codesBeside() {
    List<List<String>> all = new ArrayList<>();
    for (Object codes : representatives(Input.CODES_BESIDE)) {
      all.add(strings(codes));
    }
    String paired = reference.codesOfKind("PAIRED_WITH_76496").get(0);
    for (List<String> codes : List.copyOf(all)) {
      if (!codes.isEmpty() && !codes.contains(paired)) {
        all.add(List.of(codes.get(0), paired));
      }
    }
    return all;
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  /** Every text with which rules compare a fact, and one with which none does. */
  List<String> named(String fact, String other) {
    return Stream.concat(literals(fact).stream(), Stream.of(other)).toList();
  }

  private Set<String> literals(String fact) {
    return rules.stream()
        .flatMap(r -> r.atoms().stream())
        .flatMap(a -> literals(fact, a))
        .collect(toCollection(TreeSet::new));
  }

  /** A rule that asks for a distinct service names each modifier of the table that claims one. */
  private Stream<String> literals(String fact, Atom atom) {
    if (fact.equals("modifiers") && atom.fact().equals("distinctService")) {
      return reference.distinctServiceModifiers().stream();
    }
    if (fact.equals("modifiers") && atom.fact().equals("billedParted")) {
      return Stream.of(reference.ncciModifiers().get(0), PARTS_A_PAIR_ONLY);
    }
    return atom.fact().equals(fact) ? atom.literals().stream() : Stream.of();
  }

  static final List<List<String>> COMPONENT_MODIFIERS =
      List.of(List.of(), List.of("26"), List.of("TC"), List.of("26", "TC"));

  /** Those for the component, each other that rules name, and each of these before 26. */
  List<List<String>> modifiers() {
    List<List<String>> all = new ArrayList<>(COMPONENT_MODIFIERS);
    for (String modifier : literals("modifiers")) {
      all.add(List.of(modifier));
      all.add(List.of(modifier, "26"));
    }
    return all;
  }

  /**
   * Every set of at most four modifiers, as many as a line holds, of all that rules name and one
   * that none names; with those for the component last, and first. As {@code orders} every order.
   */
  List<List<String>> allModifiers(boolean orders) {
    List<String> names = new ArrayList<>(named("modifiers", OTHER_MODIFIER));
    names.add("26");
    names.add("TC");
    Set<List<String>> all = new LinkedHashSet<>();
    all.add(List.of());
    for (List<String> set : List.copyOf(extended(List.of(), names, orders, all))) {
      List<String> componentFirst = new ArrayList<>(set);
      componentFirst.sort((a, b) -> Boolean.compare(isComponent(b), isComponent(a)));
      all.add(componentFirst);
    }
    return List.copyOf(all);
  }

  private static Set<List<String>> extended(
      List<String> start, List<String> names, boolean orders, Set<List<String>> all) {
    for (int i = 0; i < names.size() && start.size() < 4; i++) {
      if (!start.contains(names.get(i))) {
        List<String> longer = Stream.concat(start.stream(), Stream.of(names.get(i))).toList();
        all.add(longer);
        extended(longer, orders ? names : names.subList(i + 1, names.size()), orders, all);
      }
    }
    return all;
  }

  private static boolean isComponent(String modifier) {
    return modifier.equals("26") || modifier.equals("TC");
  }

  /**
   * Sets of documents: every one of the three reports that count for one another, without and with
   * all others, and each other one alone.
   */
  static List<Set<DocumentationItem>> documents(Set<DocumentationItem> listed) {
    List<DocumentationItem> reports =
        List.of(
            DocumentationItem.CLINICAL_RECORDS,
            DocumentationItem.PROCEDURE_REPORT,
            DocumentationItem.IMAGING_REPORT);
    Set<DocumentationItem> others = EnumSet.allOf(DocumentationItem.class);
    others.removeAll(reports);
    Set<Set<DocumentationItem>> all = new LinkedHashSet<>();
    for (int bits = 0; bits < 8; bits++) {
      Set<DocumentationItem> some = EnumSet.noneOf(DocumentationItem.class);
      for (int i = 0; i < reports.size(); i++) {
        if ((bits >> i & 1) == 1) {
          some.add(reports.get(i));
        }
      }
      all.add(Set.copyOf(some));
      some.addAll(others);
      all.add(Set.copyOf(some));
    }
    listed.forEach(item -> all.add(Set.of(item)));
    return List.copyOf(all);
  }
}
