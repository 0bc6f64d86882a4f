package io.github.cpt76496.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public face of a module is a decision: a type or signature that is not in its {@code
 * public-api.txt} fails, and {@code -Dapprove=true} regenerates the list.
 */
public abstract class PublicFace {

  private static final Path APPROVED = Path.of("test/resources/public-api.txt");

  private final Class<?> ofTheModule;

  /**
   * About a module.
   *
   * @param ofTheModule a class of its main package
   */
  protected PublicFace(Class<?> ofTheModule) {
    this.ofTheModule = ofTheModule;
  }

  @Test
  void signaturesAreTheApprovedOnes() throws IOException {
    String found =
        ModuleClasses.with(ofTheModule).stream()
            .filter(c -> c.getPackageName().equals(ofTheModule.getPackageName()))
            .filter(PublicFace::isReachable)
            .flatMap(PublicFace::signatures)
            .collect(Collectors.joining("\n", "", "\n"));
    if (Boolean.getBoolean("approve")) {
      Files.createDirectories(APPROVED.getParent());
      Files.writeString(APPROVED, found);
    }

    assertTrue(found.lines().count() > 2, "looked at nothing");
    assertEquals(Files.readString(APPROVED), found);
  }

  /** What has to be shared by the modules and is not for hosts lies in {@code internal}. */
  @Test
  void nothingPublicLiesElsewhere() {
    String face = ofTheModule.getPackageName();
    List<String> elsewhere =
        ModuleClasses.with(ofTheModule).stream()
            .map(Class::getPackageName)
            .filter(p -> !p.equals(face) && !p.equals(face + ".internal"))
            .toList();

    assertEquals(List.of(), elsewhere);
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
    Stream<String> members =
        Stream.of(
                type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
            .flatMap(Arrays::stream)
            .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
            .filter(m -> !(m instanceof Field f && f.isEnumConstant()))
            .map(m -> "  " + m.toString().replace("java.lang.", "").replace("java.util.", ""))
            .sorted();
    return Stream.concat(Stream.of(type.getName()), members);
  }
}
