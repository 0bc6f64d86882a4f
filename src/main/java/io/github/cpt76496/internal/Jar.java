package io.github.cpt76496.internal;

import io.github.cpt76496.Cpt76496Edits;
import java.io.InputStream;

/** What lies in the library's own jar. */
final class Jar {

  private Jar() {}

  /** A file, by its path below the package of the public types. */
  static InputStream open(String path) {
    InputStream in = Cpt76496Edits.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(path + ": not in the library's jar");
    }
    return in;
  }

  /** An instance of a class that the build wrote, and that no source file can name therefore. */
  static <T> T instance(String name, Class<T> type) {
    try {
      return Class.forName(name, true, Jar.class.getClassLoader())
          .asSubclass(type)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("rules/: compiled rules " + name + " cannot be loaded", e);
    }
  }
}
