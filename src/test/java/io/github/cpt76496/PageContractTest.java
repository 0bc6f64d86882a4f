package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.Row;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A host's pages test the facts of {@link LineFacts} and call {@link Findings}: what they may use
 * is a decision. A fact that goes or changes its type breaks pages that we do not see. Run with
 * {@code -Dapprove=true} to regenerate list and table.
 */
class PageContractTest {

  private static final Path APPROVED = Path.of("src/test/resources/page-contract.txt");
  private static final Path SOURCE =
      Path.of("src/main/java/io/github/cpt76496/page/LineFacts.java");
  private static final Path README = Path.of("examples/vendor-edits/README.md");
  private static final String BEGIN = "<!-- Written by PageContractTest from LineFacts. -->\n";
  private static final String END = "<!-- End of what is written. -->\n";

  private static final Pattern FACT =
      Pattern.compile(
          "\\n"
              + "  /\\*\\*(?<words>(?:(?!\\*/).)*)\\*/\\n"
              + "  (?<type>[\\w<>? ]+) (?<name>\\w+)\\(\\);",
          Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("\\{@(?:link|code) #?([\\w./-]+)(?:\\(\\))?\\}");

  private static final Map<String, String> TYPES =
      Map.of("boolean", "true or false", "int", "number", "String", "text", "List<String>", "list");

  /** The constants behind "by name", as the words of the Javadoc name their type. */
  private static final Map<String, Class<? extends Enum<?>>> CONSTANTS =
      Map.of(
          "RecordFacts.Imaging", RecordFacts.Imaging.class,
          "RecordFacts.Purpose", RecordFacts.Purpose.class,
          "RecordFacts.Component", RecordFacts.Component.class,
          "Claim.Form", Claim.Form.class,
          "Payer.Family", Payer.Family.class,
          "Payer.LineOfBusiness", Payer.LineOfBusiness.class);

  @Test
  void whatPagesMayUseIsTheApprovedList() throws IOException {
    String found =
        Stream.of(LineFacts.class, Findings.class, Decisions.class)
            .flatMap(PageContractTest::signatures)
            .collect(Collectors.joining("\n", "", "\n"));
    assertTrue(found.lines().count() > 50, "looked at nothing");
    GeneratedPage.requireCurrent(APPROVED, found);
  }

  private static Stream<String> signatures(Class<?> type) {
    return Stream.concat(
        Stream.of(type.getName()),
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
            .map(
                m ->
                    "  "
                        + m.toGenericString()
                            .replaceAll(
                                "(java\\.\\w+|org\\.[a-z.]+|io\\.github\\.cpt76496\\.page)\\.", ""))
            .sorted());
  }

  @Test
  void theTableOfFactsIsCurrent() throws IOException {
    String readme = Files.readString(README);
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    int end = readme.indexOf(END);
    assertTrue(begin >= BEGIN.length() && end >= begin, "no place for the table");
    GeneratedPage.requireCurrent(
        README, readme.substring(0, begin) + table() + readme.substring(end));
  }

  private static String table() throws IOException {
    List<MatchResult> facts = FACT.matcher(Files.readString(SOURCE)).results().toList();
    Set<String> described = new TreeSet<>();
    facts.forEach(f -> described.add(f.group(3)));
    assertEquals(
        Arrays.stream(LineFacts.class.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getParameterCount() == 0)
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new)),
        described,
        "every fact has a description in the form that is read here");
    return facts.stream()
        .map(f -> row(f.group(3), f.group(2), f.group(1)))
        .collect(Collectors.joining("", "| fact | type | what it is |\n|---|---|---|\n", ""));
  }

  private static String row(String name, String type, String javadoc) {
    String words = javadoc.replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
    return "| `%s` | %s | %s |%n"
        .formatted(
            name,
            type.equals("Optional<? extends Row>") ? "row, for `findings.add`" : TYPES.get(type),
            words(words))
        .replace(System.lineSeparator(), "\n");
  }

  private static String words(String javadoc) {
    for (Map.Entry<String, Class<? extends Enum<?>>> type : CONSTANTS.entrySet()) {
      if (javadoc.startsWith("A {@link " + type.getKey() + "} by name")) {
        return constants(type.getValue()) + ".";
      }
    }
    String imaging = "A {@link Row.Imaging} by name";
    String text =
        javadoc.startsWith(imaging)
            ? imagingConstants() + " or empty" + javadoc.substring(imaging.length())
            : javadoc;
    return LINK.matcher(text).replaceAll("`$1`");
  }

  private static String constants(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .<String>map(Enum::name)
        .collect(Collectors.joining(", "));
  }

  private static String imagingConstants() {
    return constants(Row.Imaging.class);
  }
}
