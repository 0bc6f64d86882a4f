package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where compiled rules lie with what belongs to them: the library's own, or a host's. */
class Jar {

  /** The library's own rules. */
  static final Jar OWN = new Jar(Jar.class, "io.github.cpt76496.rules", "");

  private final Class<?> anchor;
  private final String packageName;
  private final String origin;
  private volatile @Nullable URL list;

  private Jar(Class<?> anchor, String packageName, String origin) {
    this.anchor = anchor;
    this.packageName = packageName;
    this.origin = origin;
  }

  /**
   * The rules that a host's build has compiled.
   *
   * @param anchor a class of the host, in the package above that of those rules: the build steps
   *     own the package of the rules, and remove every class in it that they have not written
   */
  static Jar of(Class<?> anchor) {
    String packageName = anchor.getPackageName() + ".rules";
    return new Jar(anchor, packageName, packageName + ": ");
  }

  /** The library's own rules with another text instead of one file. */
  static Jar ownWith(String path, String text) {
    return new Jar(OWN.anchor, OWN.packageName, OWN.origin) {
      @Override
      InputStream open(String asked) {
        return asked.equals(path)
            ? new ByteArrayInputStream(text.getBytes(UTF_8))
            : super.open(asked);
      }
    };
  }

  /** The package of the rules. */
  String packageName() {
    return packageName;
  }

  /** Whose rules they are, as the start of a message; empty for the library's own. */
  String origin() {
    return origin;
  }

  /** A file, by its path below {@code rules/}. */
  InputStream open(String path) {
    InputStream in = found(path);
    if (in == null) {
      throw new IllegalStateException(
          origin + "rules/" + path + ": not in the jar; do the build steps of the rules run?");
    }
    return in;
  }

  /**
   * A class loader asks every module of the JDK before its own jars, and for some forty files that
   * took a sixth of a start. So of a program's own class path the folder is asked for once. Not of
   * a loader that a container may close: a jar that is read by its address stays open after it.
   */
  private @Nullable InputStream found(String path) {
    String folder = "/" + packageName.replace('.', '/') + "/";
    if (anchor.getClassLoader() != ClassLoader.getSystemClassLoader()) {
      return anchor.getResourceAsStream(folder + path);
    }
    URL known = list;
    if (known == null) {
      known = anchor.getResource(folder + Catalog.LIST);
      list = known;
    }
    try {
      return known == null ? null : new URL(known, path).openStream();
    } catch (IOException e) {
      return null;
    }
  }

  Properties properties(String path) {
    try (InputStream in = open(path)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(origin + "rules/" + path, e);
    }
  }

  /** An instance of a class that the build wrote, and that no source file can name therefore. */
  <T> T instance(String name, Class<T> type) {
    try {
      return Class.forName(name, true, anchor.getClassLoader())
          .asSubclass(type)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          origin + "rules/: compiled rules " + name + " cannot be loaded", e);
    }
  }
}
