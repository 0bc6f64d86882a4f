package io.github.cpt76496.internal;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A review through a class loader that the thread does not know, as in a plug-in. */
final class FirstReviewFromAfar {

  private FirstReviewFromAfar() {}

  public static void main(String[] args) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String jar : args[0].split(File.pathSeparator, -1)) {
      urls.add(Path.of(jar).toUri().toURL());
    }
    Thread.currentThread().setContextClassLoader(null);
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      Class<?> entry = loader.loadClass("io.github.cpt76496.Cpt76496Edits");
      Object edits = entry.getMethod("load").invoke(null);
      System.out.println(
          entry.getMethod("review", claim(loader).getClass()).invoke(edits, claim(loader)));
    }
  }

  private static Object claim(ClassLoader loader) throws Exception {
    Class<?> form = loader.loadClass("io.github.cpt76496.Claim$Form");
    Class<?> payer = loader.loadClass("io.github.cpt76496.Payer");
    Class<?> line = loader.loadClass("io.github.cpt76496.ServiceLine");
    Object builder =
        loader
            .loadClass("io.github.cpt76496.Claim")
            .getMethod("builder", form, payer)
            .invoke(
                null, form.getField("PROFESSIONAL").get(null), payer.getField("UNKNOWN").get(null));
    Object lineBuilder =
        line.getMethod("builder", int.class, String.class, LocalDate.class)
            .invoke(null, 1, "76496", LocalDate.of(2026, 3, 2));
    Object built = lineBuilder.getClass().getMethod("build").invoke(lineBuilder);
    builder.getClass().getMethod("lines", List.class).invoke(builder, List.of(built));
    return builder.getClass().getMethod("build").invoke(builder);
  }
}
