package io.github.cpt76496;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public face is a decision: a type or signature that is not on the list fails. */
class PublicApiTest {

  private static final String PUBLIC = "io.github.cpt76496";
  private static final String INTERNAL = "io.github.cpt76496.internal..";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(PUBLIC);

  private static final Set<String> TOP_LEVEL_TYPES =
      new TreeSet<>(
          List.of(
              "Citation",
              "Claim",
              "ClaimReview",
              "Cpt76496Edits",
              "DocumentationItem",
              "DocumentationRequirement",
              "Edit",
              "EditOverride",
              "Engine",
              "Finding",
              "RecordFacts",
              "LineReview",
              "NamedService",
              "Payer",
              "PayerNames",
              "Remedy",
              "ServiceLine"));

  @Test
  void theListedTypesAreTheFace() {
    Set<String> found =
        CLASSES.stream()
            .filter(c -> c.getPackageName().equals(PUBLIC))
            .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(c -> !c.isNestedClass())
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(TOP_LEVEL_TYPES, found);
  }

  @Test
  void signaturesAreTheApprovedOnes() throws IOException {
    Path approved = Path.of("src/test/resources/public-api.txt");
    String found = signatures();
    assertTrue(found.lines().count() > 100, "looked at nothing");
    GeneratedPage.requireApproved(approved, found, PublicApiTest.class);
  }

  @Test
  void onlyTheInternalPackageTouchesDrools() {
    noClasses()
        .that()
        .resideInAPackage(PUBLIC)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .because("a host must not see the engine")
        .check(CLASSES);
  }

  @Test
  void theFaceReachesInsideOnlyThroughItsDoors() {
    noClasses()
        .that()
        .resideInAPackage(PUBLIC)
        .and()
        .doNotBelongToAnyOf(Cpt76496Edits.class, PayerNames.class)
        .should()
        .dependOnClassesThat(resideInAPackage(INTERNAL))
        .because("the values know nothing of the internals")
        .check(CLASSES);
  }

  @Test
  void nothingHereCompilesRules() {
    // The compiled rules bear an annotation of the compiler that no run time looks for.
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.cpt76496.rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools.compiler..", "org.drools.drl..", "org.kie.api.builder..")
        .because("the jar runs without a rule compiler")
        .check(CLASSES);
  }

  @Test
  void thePublicTypesAreValues() {
    classes()
        .that()
        .resideInAPackage(PUBLIC)
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .doNotBelongToAnyOf(PayerNames.class)
        .should()
        .beAssignableTo(java.io.Serializable.class)
        .because("claims and reviews travel between the machines of a cluster")
        .check(CLASSES);
  }

  private static String signatures() {
    return CLASSES.stream()
        .filter(c -> c.getPackageName().equals(PUBLIC))
        .map(JavaClass::reflect)
        .filter(PublicApiTest::isReachable)
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .flatMap(PublicApiTest::signatures)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static boolean isReachable(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
      if (!Modifier.isPublic(c.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  private static Stream<String> signatures(Class<?> type) {
    Stream<String> constants =
        type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(c -> "  " + c)
            : Stream.<String>empty();
    Stream<String> members =
        Stream.concat(
                Stream.concat(
                    Arrays.stream(type.getDeclaredConstructors()),
                    Arrays.stream(type.getDeclaredMethods())),
                Arrays.stream(type.getDeclaredFields()).filter(f -> !f.isEnumConstant()))
            .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
            .map(m -> m instanceof java.lang.reflect.Field f ? f.toString() : m.toString())
            .map(s -> "  " + s.replace("java.lang.", "").replace("java.util.", ""))
            .sorted();
    return Stream.of(Stream.of(type.getName()), constants, members).flatMap(s -> s);
  }
}
