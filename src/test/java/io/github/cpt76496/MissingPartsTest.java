package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cpt76496.Cpt76496Edits.Version;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No public record holds a null, whoever makes it: what is missing is refused and named. */
class MissingPartsTest {

  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

  private static final Map<Class<?>, Record> SAMPLES = samples();

  /** What a message puts before the part. */
  private static final Map<Class<?>, String> PLACES =
      Map.ofEntries(
          Map.entry(Citation.class, "citation."),
          Map.entry(Citation.Reading.class, "citation.reading."),
          Map.entry(Claim.class, ""),
          Map.entry(ClaimReview.class, "review."),
          Map.entry(DocumentationRequirement.class, "documentation."),
          Map.entry(DocumentationRequirement.Sending.class, "documentation.sending."),
          Map.entry(Edit.class, "edit."),
          Map.entry(EditOverride.class, "override."),
          Map.entry(Finding.class, "finding."),
          Map.entry(RecordFacts.class, "record."),
          Map.entry(LineReview.class, "review."),
          Map.entry(LineReview.Action.Ask.class, "ask."),
          Map.entry(LineReview.Action.Change.class, "change."),
          Map.entry(LineReview.Action.Supply.class, "supply."),
          Map.entry(LineReview.Action.Withhold.class, "withhold."),
          Map.entry(NamedService.class, "named service."),
          Map.entry(Payer.class, "payer."),
          Map.entry(PayerNames.Recognition.class, "recognition."),
          Map.entry(Remedy.class, "remedy."),
          Map.entry(Version.class, "version."));

  @Test
  void everyPublicRecordIsLookedAt() throws IOException, ClassNotFoundException {
    Set<Class<?>> records = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("target/classes/io/github/cpt76496"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = Class.forName("io.github.cpt76496." + name);
        if (type.isRecord() && Modifier.isPublic(type.getModifiers())) {
          records.add(type);
        }
      }
    }
    assertEquals(records, SAMPLES.keySet());
    assertTrue(records.contains(Claim.class), "looked at nothing");
  }

  @TestFactory
  Stream<DynamicTest> aMissingPartIsNamed() {
    return SAMPLES.values().stream()
        .flatMap(
            sample ->
                parts(sample)
                    .filter(part -> !part.getType().isPrimitive())
                    .map(
                        part ->
                            dynamicTest(
                                name(sample, part), () -> assertRefused(sample, part, null, ""))));
  }

  @TestFactory
  Stream<DynamicTest> aMissingElementIsNamed() {
    return SAMPLES.values().stream()
        .flatMap(
            sample ->
                parts(sample)
                    .filter(part -> Collection.class.isAssignableFrom(part.getType()))
                    .map(
                        part ->
                            dynamicTest(
                                name(sample, part),
                                () -> assertRefused(sample, part, holdingNull(part), "[0]"))));
  }

  private static String name(Record sample, RecordComponent part) {
    return sample.getClass().getSimpleName() + "." + part.getName();
  }

  private static Collection<?> holdingNull(RecordComponent part) {
    return part.getType() == Set.class
        ? Collections.singleton(null)
        : Collections.singletonList(null);
  }

  private static void assertRefused(
      Record sample, RecordComponent missing, Object instead, String element) {
    Object[] values =
        parts(sample)
            .map(p -> p.getName().equals(missing.getName()) ? instead : value(sample, p))
            .toArray();
    Class<?>[] types = parts(sample).map(RecordComponent::getType).toArray(Class<?>[]::new);
    InvocationTargetException thrown =
        assertThrows(
            InvocationTargetException.class,
            () -> sample.getClass().getDeclaredConstructor(types).newInstance(values));
    assertEquals(
        place(sample, missing.getName() + element) + ": missing",
        assertInstanceOf(IllegalArgumentException.class, thrown.getCause()).getMessage());
  }

  private static String place(Record sample, String part) {
    if (sample instanceof EditOverride override && !part.equals("edit")) {
      return "override of " + override.edit() + ": " + part;
    }
    if (sample instanceof ServiceLine line) { // A missing modifier is named without its place.
      return "line " + line.number() + ": " + part.replace("modifiers[0]", "modifiers");
    }
    return PLACES.get(sample.getClass()) + part;
  }

  private static Stream<RecordComponent> parts(Record sample) {
    return Arrays.stream(sample.getClass().getRecordComponents());
  }

  private static Object value(Record sample, RecordComponent part) {
    try {
      return part.getAccessor().invoke(sample);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** One record of each type that a host sends or is answered with. */
  private static Map<Class<?>, Record> samples() {
    EditOverride override =
        new EditOverride(
            "modifier/on-unlisted-code", "ANY", EditOverride.Action.OFF, "settled by contract");
    Cpt76496Edits edits = Cpt76496Edits.loader().override(override).load();
    ServiceLine line =
        ServiceLine.builder(1, "76496", DATE).modifiers("26").placeOfService("22").build();
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE, "PALMETTO_GBA"))
            .lines(line)
            .build();
    LineReview answers = edits.review(claim).lines().get(0);
    Map<Class<?>, Record> found = new LinkedHashMap<>();
    for (Record root :
        List.of(
            claim,
            edits.review(claim),
            edits.catalog().get(0),
            edits.version(),
            override,
            new LineReview.Action.Ask(answers.factsNeeded(), answers.findings()),
            new LineReview.Action.Change(answers.findings().get(0)),
            new LineReview.Action.Supply(answers.documentation().get(0)),
            new LineReview.Action.Withhold(answers.documentation().get(0)),
            edits.read("HIP ARTHROGRAM", "", "", DATE).orElseThrow(),
            PayerNames.recognize("AETNA", "", ""))) {
      collect(root, found);
    }
    return found;
  }

  private static void collect(Record sample, Map<Class<?>, Record> found) {
    if (found.putIfAbsent(sample.getClass(), sample) == null) {
      parts(sample)
          .map(part -> value(sample, part))
          .flatMap(v -> v instanceof Collection<?> many ? many.stream() : Stream.of(v))
          .forEach(
              v -> {
                if (v instanceof Record part) {
                  collect(part, found);
                }
              });
    }
  }
}
