package io.github.cpt76496.examples.hosts;

import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two versions of the library in one process, each with all its jars in a class loader of its own;
 * both answer at the same time, and nothing of them stays when they are let go.
 */
public final class TwoVersionsHost {

  private TwoVersionsHost() {}

  /** Arguments: the folders of the jars of each version. */
  public static void main(String[] args) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    answer(List.of(Path.of(args[0]), Path.of(args[1])), loaders);
    for (WeakReference<ClassLoader> loader : loaders) {
      // A JIT compiler that is busy holds the classes it works on: a starved machine takes its
      // time.
      for (int i = 0; i < 3000 && loader.get() != null; i++) {
        System.gc();
        Thread.sleep(20);
      }
      System.out.println(loader.get() == null ? "collected" : "still held");
    }
  }

  private static void answer(List<Path> folders, List<WeakReference<ClassLoader>> loaders)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(folders.size());
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (Path folder : folders) {
        answers.add(
            threads.submit(
                () -> {
                  try (URLClassLoader loader =
                      new URLClassLoader(
                          ContainerHost.urls(folder), ClassLoader.getPlatformClassLoader())) {
                    synchronized (loaders) {
                      loaders.add(new WeakReference<>(loader));
                    }
                    return ContainerHost.answers(loader);
                  }
                }));
      }
      for (Future<String> answer : answers) {
        System.out.print(answer.get());
      }
    } finally {
      threads.shutdown();
    }
  }
}
