package io.github.cpt76496.benchmark;

import io.github.cpt76496.internal.OtherEngines;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * The library's rules as they would be written over a domain model: claim, payer, service line, its
 * place, record, modifiers and what is billed beside it are facts of their own, rules join them,
 * and each claim has a session of its own.
 *
 * <p>Made from the pages in {@code rules/}: every condition goes to the pattern of the fact that
 * holds the property, one on modifiers becomes {@code exists} or {@code not}, and what mixes
 * properties of several facts stays with the line. Consequences stay as they are.
 */
public final class NaturalDrl implements OtherEngines.Engine {

  /** The payer of a claim. */
  public record PayerFact(
      ClaimFact claim, String payerFamily, String payerPlan, String lineOfBusiness) {}

  /** What stands once on a claim. */
  public record ClaimFact(int number, String form, boolean recordsAttached) {}

  /** A line billed with 76496. */
  public record ServiceFact(ClaimFact claim, LineFacts line) {}

  /** Where a service took place. */
  public record PlaceFact(
      ServiceFact service,
      String setting,
      String inFacility,
      String placeOfService,
      boolean placeListedByPayer) {}

  /** What the record of a service says. */
  public record RecordFact(
      ServiceFact service,
      String imaging,
      String purpose,
      String component,
      String motionRecorded,
      String noSpecificCode,
      String categoryThreeChecked,
      String writtenInterpretation,
      String purchasedComponent,
      String hospitalPatient,
      String recordedFamily,
      String recordedImaging) {}

  /** A modifier of a line. */
  public record ModifierFact(ServiceFact service, String value) {}

  /** What is billed beside a line on the same date. */
  public record BesideFact(
      ServiceFact service,
      String billedCode,
      String billedImaging,
      String billedPairIndicator,
      String endedCode,
      String columnTwoCode,
      String columnTwoIndicator) {}

  private enum Fact {
    CLAIM("$claim : ClaimFact( ", ClaimFact.class),
    PAYER("PayerFact( claim == $claim, ", PayerFact.class),
    PLACE("PlaceFact( service == $service, ", PlaceFact.class),
    RECORD("RecordFact( service == $service, ", RecordFact.class),
    BESIDE("BesideFact( service == $service, ", BesideFact.class),
    LINE("$line : LineFacts( this == $service.line, ", LineFacts.class);

    private final String start;
    private final Class<?> type;

    Fact(String start, Class<?> type) {
      this.start = start;
      this.type = type;
    }

    /** The only fact that holds all properties in a condition; the line holds every one. */
    static Fact of(String condition) {
      for (Fact fact : values()) {
        if (fact != LINE && PROPERTY.matcher(condition).results().allMatch(fact::holds)) {
          return fact;
        }
      }
      return LINE;
    }

    private boolean holds(java.util.regex.MatchResult property) {
      return Stream.of(type.getRecordComponents())
          .anyMatch(component -> component.getName().equals(property.group()));
    }
  }

  private static final Pattern PATTERN =
      Pattern.compile("\\$line : LineFacts\\( ?(.*?) ?\\)\\R", Pattern.DOTALL);

  /** The end of a line within a condition: what follows is indented further, or closes it. */
  private static final Pattern BROKEN = Pattern.compile("\\R {8,}|\\R {4}(?=\\))");

  /** A name outside quotes that is no operator. */
  private static final Pattern PROPERTY =
      Pattern.compile("\\b(?!(?:in|not|contains)\\b)[a-z]\\w*(?=([^\"]*\"[^\"]*\")*[^\"]*$)");

  /** A comma outside parentheses and quotes. */
  private static final Pattern BETWEEN = Pattern.compile(", (?![^(]*\\))");

  private static final Pattern HAS_MODIFIER =
      Pattern.compile("modifiers contains (\"\\w\\w\")(?: \\|\\| )?");
  private static final Pattern LACKS_MODIFIER =
      Pattern.compile("modifiers not contains (\"\\w\\w\")");

  private final KieBase base;

  /**
   * @param rules the folder of the pages
   */
  NaturalDrl(Path rules) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    try (Stream<Path> pages = Files.walk(rules)) {
      for (Path page : pages.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
        String text = Files.readString(page, StandardCharsets.UTF_8);
        if (!text.contains("@decides")) { // What is about the tables is decided at load.
          files.write(
              "src/main/resources/" + rules.relativize(page).toString().replace('\\', '/'),
              asJoins(text));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    base = services.newKieContainer(services.getRepository().getDefaultReleaseId()).getKieBase();
  }

  /** A page with joins where it had one pattern. */
  static String asJoins(String page) {
    // A condition may be broken over several lines, one constraint a line.
    Matcher pattern = PATTERN.matcher(BROKEN.matcher(page).replaceAll(" "));
    StringBuilder drl = new StringBuilder();
    while (pattern.find()) {
      pattern.appendReplacement(drl, Matcher.quoteReplacement(joins(pattern.group(1))));
    }
    pattern.appendTail(drl);
    return drl.toString()
        .replaceFirst(
            "(?m)^import io.github.cpt76496.page.LineFacts",
            Matcher.quoteReplacement(
                "import io.github.cpt76496.page.LineFacts\n"
                    + "import io.github.cpt76496.benchmark.NaturalDrl.*"));
  }

  private static String joins(String conditions) {
    Map<Fact, List<String>> byFact = new EnumMap<>(Fact.class);
    byFact.put(Fact.CLAIM, new ArrayList<>());
    byFact.put(Fact.LINE, new ArrayList<>());
    List<String> modifiers = new ArrayList<>();
    for (String condition : conditions.isEmpty() ? new String[0] : BETWEEN.split(conditions)) {
      String onModifiers = onModifiers(condition);
      if (onModifiers.isEmpty()) {
        byFact.computeIfAbsent(Fact.of(condition), f -> new ArrayList<>()).add(condition);
      } else {
        modifiers.add(onModifiers);
      }
    }
    StringBuilder joins = new StringBuilder();
    byFact.forEach(
        (fact, own) -> {
          joins.append("    ").append(fact.start).append(String.join(", ", own));
          if (own.isEmpty() && fact.start.endsWith(", ")) {
            joins.setLength(joins.length() - 2);
          }
          joins.append(" )\n");
          if (fact == Fact.CLAIM) {
            joins.append("    $service : ServiceFact( claim == $claim )\n");
          }
        });
    modifiers.forEach(m -> joins.append("    ").append(m).append('\n'));
    return joins.toString().strip() + "\n";
  }

  /** A condition that is about modifiers alone as a pattern over them, else nothing. */
  private static String onModifiers(String condition) {
    String pattern = " ModifierFact( service == $service, value ";
    return switch (condition) {
      case "modifier26" -> "exists" + pattern + "== \"26\" )";
      case "!modifier26" -> "not" + pattern + "== \"26\" )";
      case "modifierTc" -> "exists" + pattern + "== \"TC\" )";
      case "!modifierTc" -> "not" + pattern + "== \"TC\" )";
      default -> {
        Matcher lacks = LACKS_MODIFIER.matcher(condition);
        if (lacks.matches()) {
          yield "not" + pattern + "== " + lacks.group(1) + " )";
        }
        Matcher has = HAS_MODIFIER.matcher(condition);
        if (!has.replaceAll("").isEmpty()) {
          yield "";
        }
        List<String> values = has.reset().results().map(r -> r.group(1)).toList();
        yield "exists" + pattern + "in ( " + String.join(", ", values) + " ) )";
      }
    };
  }

  @Override
  public void run(List<? extends LineFacts> lines, Findings findings) {
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("findings", findings);
      LineFacts first = lines.get(0);
      ClaimFact claim = new ClaimFact(0, first.form(), first.recordsAttached());
      session.insert(claim);
      session.insert(
          new PayerFact(claim, first.payerFamily(), first.payerPlan(), first.lineOfBusiness()));
      for (LineFacts line : lines) {
        insert(session, claim, line);
      }
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }

  private static void insert(KieSession session, ClaimFact claim, LineFacts line) {
    ServiceFact service = new ServiceFact(claim, line);
    session.insert(line);
    session.insert(service);
    session.insert(
        new PlaceFact(
            service,
            line.setting(),
            line.inFacility(),
            line.placeOfService(),
            line.placeListedByPayer()));
    session.insert(
        new RecordFact(
            service,
            line.imaging(),
            line.purpose(),
            line.component(),
            line.motionRecorded(),
            line.noSpecificCode(),
            line.categoryThreeChecked(),
            line.writtenInterpretation(),
            line.purchasedComponent(),
            line.hospitalPatient(),
            line.recordedFamily(),
            line.recordedImaging()));
    session.insert(
        new BesideFact(
            service,
            line.billedCode(),
            line.billedImaging(),
            line.billedPairIndicator(),
            line.endedCode(),
            line.columnTwoCode(),
            line.columnTwoIndicator()));
    for (String modifier : line.modifiers()) {
      session.insert(new ModifierFact(service, modifier));
    }
  }
}
