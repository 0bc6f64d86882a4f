package io.github.cpt76496.claims;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every record of a module, filled with marks: none shows one. A record's own {@code toString}
 * prints all it holds, and a log line or a message that shows a record would show a claim.
 */
public abstract class RecordTexts {

  /** What no text of a record may show. */
  protected static final String MARK = "M4RK";

  private static final LocalDate DAY = LocalDate.of(1987, 6, 5);

  /** What the readers say themselves: where something stands, and what is wrong with it. */
  private static final Set<String> OURS = Set.of("place", "path", "reason", "broken");

  private final Class<?> ofTheModule;

  /**
   * About a module.
   *
   * @param ofTheModule a class of its main package
   */
  protected RecordTexts(Class<?> ofTheModule) {
    this.ofTheModule = ofTheModule;
  }

  /** A value of a type that only the module knows; nothing if it does not know it either. */
  protected Optional<Object> special(Class<?> type) {
    return Optional.empty();
  }

  @TestFactory
  Stream<DynamicTest> noRecordShowsWhatItHolds() {
    List<Class<?>> records =
        ModuleClasses.with(ofTheModule).stream().filter(Class::isRecord).toList();
    assertFalse(records.isEmpty(), "looked at nothing");
    return records.stream()
        .map(r -> DynamicTest.dynamicTest(r.getName(), () -> requireNothingShown(r)));
  }

  private void requireNothingShown(Class<?> type) throws ReflectiveOperationException {
    String text = filled(type).toString();
    for (String shown : List.of(MARK, "1987")) {
      assertFalse(
          text.contains(shown),
          type.getName() + " shows what it holds; give it a toString that shows its place alone");
    }
  }

  private Object filled(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          OURS.contains(components[i].getName())
              ? "line 1"
              : value(components[i].getGenericType(), type);
    }
    return constructor.newInstance(values);
  }

  private Object value(Type type, Class<?> of) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list && list.getRawType().equals(List.class)) {
      return List.of(value(list.getActualTypeArguments()[0], of));
    }
    if (type instanceof ParameterizedType map && map.getRawType().equals(Map.class)) {
      return Map.of(
          value(map.getActualTypeArguments()[0], of), value(map.getActualTypeArguments()[1], of));
    }
    if (type instanceof ParameterizedType some && some.getRawType().equals(Optional.class)) {
      return Optional.of(value(some.getActualTypeArguments()[0], of));
    }
    if (!(type instanceof Class<?> c)) {
      throw new AssertionError(of.getName() + ": say here how a " + type + " is filled");
    }
    if (c == String.class) {
      return MARK;
    }
    if (c == LocalDate.class) {
      return DAY;
    }
    if (c == int.class || c == Integer.class) {
      return 1;
    }
    if (c == char.class) {
      return '*';
    }
    if (c == boolean.class) {
      return false;
    }
    if (c == Claim.class) {
      return Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN)
          .note(MARK)
          .lines(ServiceLine.builder(1, "76496", DAY).description(MARK).build())
          .build();
    }
    if (c == ClaimReview.class) {
      return Cpt76496Edits.load().review((Claim) value(Claim.class, of));
    }
    if (c == Payer.class) {
      return Payer.UNKNOWN;
    }
    Optional<Object> special = special(c);
    if (special.isPresent()) {
      return special.get();
    }
    if (c.isEnum()) {
      return c.getEnumConstants()[0];
    }
    if (c.isRecord()) {
      return filled(c);
    }
    if (c.isInterface() && c.getPackageName().equals(of.getPackageName())) {
      // Behavior, and no data.
      return Proxy.newProxyInstance(
          c.getClassLoader(), new Class<?>[] {c}, (proxy, method, arguments) -> "behavior");
    }
    throw new AssertionError(of.getName() + ": say here how a " + type + " is filled");
  }
}
