package io.github.cpt76496.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.EditOverride.Action;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.testkit.SampleClaims;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Claims go to executors and reviews come back in Java's own serial form. */
class SerializableTest {

  private static final Cpt76496Edits EDITS =
      Cpt76496Edits.loader()
          .override(
              new EditOverride(
                  "modifier/26-in-facility", "MEDICARE", Action.WARNING, "looked at by a person"))
          .load();

  @Test
  void claimsAndReviewsComeBackEqual() throws Exception {
    for (CodeApplies answer : CodeApplies.values()) {
      Claim claim = SampleClaims.codeApplies(answer);
      assertEquals(claim, thereAndBack(claim));
      ClaimReview review = EDITS.review(claim);
      assertEquals(1, review.lines().get(0).overrides().size());
      assertEquals(review, thereAndBack(review));
    }
    List<Edit> catalog = EDITS.catalog();
    assertEquals(catalog, thereAndBack(List.copyOf(catalog)));
  }

  private static Object thereAndBack(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  /** Every type that can be reached from what a host hands in and from what it gets. */
  @Test
  void everyTypeOfTheInputAndOfTheResultIsSerializable() {
    Set<String> serializable = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (Class<?> start : List.of(Claim.class, ClaimReview.class, Edit.class, EditOverride.class)) {
      collect(start, serializable, others);
    }
    assertEquals(new TreeSet<>(), others);
    assertEquals(
        new TreeSet<>(
            List.of(
                "Citation",
                "Citation$Grade",
                "Citation$Read",
                "Citation$ReadWhere",
                "Citation$Reading",
                "Claim",
                "Claim$Form",
                "ClaimReview",
                "ClaimReview$PayerMatch",
                "Cpt76496Edits$Version",
                "DocumentationItem",
                "DocumentationRequirement",
                "DocumentationRequirement$Channel",
                "DocumentationRequirement$Consequence",
                "DocumentationRequirement$Level",
                "DocumentationRequirement$Scope",
                "DocumentationRequirement$Sending",
                "DocumentationRequirement$State",
                "DocumentationRequirement$When",
                "Edit",
                "Edit$Question",
                "Edit$Severity",
                "EditOverride",
                "EditOverride$Action",
                "Finding",
                "RecordFacts",
                "RecordFacts$Component",
                "RecordFacts$Imaging",
                "RecordFacts$Purpose",
                "RecordFacts$Stated",
                "LineReview",
                "LineReview$CodeApplies",
                "LineReview$Fact",
                "LineReview$Modifier26",
                "NamedService",
                "NamedService$Field",
                "NamedService$Stance",
                "Payer",
                "Payer$Family",
                "Payer$LineOfBusiness",
                "Remedy",
                "ServiceLine")),
        serializable);
  }

  private static void collect(Type type, Set<String> serializable, Set<String> others) {
    if (type instanceof ParameterizedType parameterized) {
      for (Type argument : parameterized.getActualTypeArguments()) {
        collect(argument, serializable, others);
      }
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (!plain.getPackageName().equals(Claim.class.getPackageName())) {
      return;
    }
    String name = plain.getName().substring(plain.getPackageName().length() + 1);
    if (!Serializable.class.isAssignableFrom(plain)) {
      others.add(name);
    } else if (serializable.add(name) && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        collect(component.getGenericType(), serializable, others);
      }
    }
  }
}
