package io.github.cpt76496.examples.hosts;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A container of plug-ins: {@link Host} and the library lie in a class loader of their own, below
 * one that lets through classes of the JDK only, and the thread's context class loader is null, or
 * one that refuses everything.
 */
public final class ContainerHost {

  /** Lets a plug-in see what it may see of the container, and that is nothing. */
  static final class Guard extends ClassLoader {

    Guard() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.") || name.startsWith("javax.")) {
        return super.loadClass(name, resolve);
      }
      throw new ClassNotFoundException("no plug-in may see " + name);
    }

    @Override
    public URL getResource(String name) {
      return null;
    }
  }

  /** Stands for the context of another plug-in: to ask it is a fault. */
  static final class Foreign extends ClassLoader {

    Foreign() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) {
      throw new SecurityException("asked for " + name);
    }

    @Override
    public URL getResource(String name) {
      throw new SecurityException("asked for " + name);
    }
  }

  private ContainerHost() {}

  /** Argument: the folder of the jars of a plug-in. */
  public static void main(String[] args) throws Exception {
    for (ClassLoader context : new ClassLoader[] {null, new Foreign()}) {
      Thread.currentThread().setContextClassLoader(context);
      try (URLClassLoader loader = new URLClassLoader(urls(Path.of(args[0])), new Guard())) {
        System.out.print(answers(loader));
      }
    }
  }

  /** What the host that a class loader sees prints with both engines. */
  static String answers(ClassLoader loader) throws ReflectiveOperationException {
    Method answers = loader.loadClass(Host.class.getName()).getMethod("answers", String.class);
    return answers.invoke(null, "DROOLS") + "" + answers.invoke(null, "COMPILED");
  }

  static URL[] urls(Path folder) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = url(jars.get(i));
    }
    return urls;
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }
}
