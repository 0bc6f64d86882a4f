package io.github.cpt76496.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What the jar brings to a cluster does not collide with what Spark has. */
class BundledJarsTest {

  @Test
  void noClassOfTheLibrarysJarsIsInAJarOfSpark() throws IOException {
    Set<String> bundled = paths(Files.readString(Path.of("target/runtime-classpath.txt")).strip());
    Set<String> spark = paths(System.getProperty("java.class.path"));
    spark.removeAll(bundled);
    assertTrue(spark.stream().anyMatch(p -> p.contains("spark-sql_2.13")), "no Spark to compare");

    Set<String> clashing = new TreeSet<>();
    Set<String> ofSpark = classes(spark);
    for (String jar : bundled) {
      // It stays out of the jar: Spark's own copy is the one that is used.
      if (!jar.contains("slf4j-api")) {
        classes(Set.of(jar)).stream().filter(ofSpark::contains).forEach(clashing::add);
      }
    }
    assertTrue(ofSpark.size() > 10_000, () -> "only " + ofSpark.size() + " classes of Spark");
    assertEquals(new TreeSet<>(), clashing);
  }

  private static Set<String> paths(String classPath) {
    List<String> all = Arrays.asList(classPath.split(File.pathSeparator));
    return new HashSet<>(all.stream().filter(path -> path.endsWith(".jar")).toList());
  }

  private static Set<String> classes(Set<String> jars) throws IOException {
    Set<String> classes = new HashSet<>();
    for (String path : jars) {
      try (JarFile jar = new JarFile(path)) {
        jar.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
            .forEach(classes::add);
      }
    }
    return classes;
  }
}
