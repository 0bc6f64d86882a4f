package io.github.cpt76496.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of a module. */
final class ModuleClasses {

  private ModuleClasses() {}

  /** All classes of the package of a class, and of the packages below it. */
  static List<Class<?>> with(Class<?> ofTheModule) {
    Path classes =
        Path.of(ofTheModule.getProtectionDomain().getCodeSource().getLocation().getPath());
    String folder = ofTheModule.getPackageName().replace('.', '/');
    try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
      return files
          .map(f -> classes.relativize(f).toString().replace('\\', '/'))
          .filter(f -> f.endsWith(".class") && !f.endsWith("-info.class"))
          .sorted()
          .<Class<?>>map(
              f -> named(f.substring(0, f.length() - ".class".length()).replace('/', '.')))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }
}
