package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A marker in one field of a claim after another, found by reflection so that a new field is not
 * forgotten: no text, no exception and nothing on standard error repeats it. The marker is no valid
 * code; a valid one may be repeated.
 */
class PrivacyTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final List<Object> MARKERS =
      List.of(
          "zq marker",
          List.of("zq marker"),
          new BigDecimal("7310419"),
          new BigDecimal("-7310419"),
          LocalDate.of(2031, 7, 19));
  private static final Claim CLAIM =
      Claim.builder(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE, "PALMETTO_GBA"))
          .lines(ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2)).build())
          .build();

  private final TreeSet<String> marked = new TreeSet<>();

  @Test
  void noTextRepeatsAField() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      for (Variant<Claim> claim : variants(CLAIM)) {
        requireSilent(claim);
      }
    } finally {
      System.setErr(before);
    }
    requireSilent("standard error", errors.toString(StandardCharsets.UTF_8));
    assertEquals(
        new TreeSet<>(
            List.of(
                "Claim.note",
                "Claim.typeOfBill",
                "RecordFacts.procedure",
                "Payer.plan",
                "ServiceLine.dateOfService",
                "ServiceLine.dateOfServiceEnd",
                "ServiceLine.description",
                "ServiceLine.modifiers",
                "ServiceLine.note",
                "ServiceLine.placeOfService",
                "ServiceLine.procedureCode",
                "ServiceLine.revenueCode",
                "ServiceLine.units")),
        marked);
  }

  /** A record with a marker in one place, or what its constructor threw. */
  private record Variant<T>(String field, T value, Throwable thrown) {}

  private static void requireSilent(Variant<Claim> variant) {
    try {
      if (variant.thrown() != null) {
        throw variant.thrown();
      }
      Claim claim = variant.value();
      requireSilent(variant.field(), claim + " " + claim.lines() + claim.lines().get(0).record());
      ClaimReview review = EDITS.review(claim);
      requireSilent(variant.field(), review + " " + review.lines());
      for (LineReview line : review.lines()) {
        requireSilent(variant.field(), line.findings() + " " + line.documentation());
      }
    } catch (Throwable e) {
      if (e instanceof AssertionError failed) {
        throw failed;
      }
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        requireSilent(variant.field(), cause.toString());
      }
    }
  }

  private static void requireSilent(String field, String text) {
    for (String marker : List.of("zq marker", "7310419", "2031-07-19")) {
      assertFalse(text.toLowerCase(Locale.ROOT).contains(marker), () -> field + ": " + text);
    }
  }

  @SuppressWarnings("unchecked")
  private <T> List<Variant<T>> variants(T value) throws Exception {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Constructor<?> constructor =
        value
            .getClass()
            .getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    List<Variant<T>> variants = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      Object part = components[i].getAccessor().invoke(value);
      for (Variant<?> changed : changes(components[i], part)) {
        if (changed.thrown() != null) {
          variants.add(new Variant<>(changed.field(), null, changed.thrown()));
          continue;
        }
        Object[] parts = new Object[components.length];
        for (int k = 0; k < parts.length; k++) {
          parts[k] = k == i ? changed.value() : components[k].getAccessor().invoke(value);
        }
        try {
          variants.add(new Variant<>(changed.field(), (T) constructor.newInstance(parts), null));
        } catch (InvocationTargetException e) {
          variants.add(new Variant<>(changed.field(), null, e.getCause()));
        }
      }
    }
    return variants;
  }

  private List<Variant<?>> changes(RecordComponent component, Object part) throws Exception {
    if (part instanceof Record) {
      return new ArrayList<>(variants(part));
    }
    List<Variant<?>> changes = new ArrayList<>();
    if (part instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record first) {
      for (Variant<Record> element : variants(first)) {
        List<?> elements = element.value() == null ? List.of() : List.of(element.value());
        changes.add(new Variant<>(element.field(), elements, element.thrown()));
      }
      return changes;
    }
    String field = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    for (Object marker : MARKERS) {
      if (component.getType().isInstance(marker)) {
        marked.add(field);
        changes.add(new Variant<>(field, marker, null));
      }
    }
    return changes;
  }
}
