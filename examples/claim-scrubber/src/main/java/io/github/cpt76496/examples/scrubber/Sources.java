package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.examples.scrubber.input.InputKind;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Where claims come from: files, the files of folders, standard input; each may be gzip. */
final class Sources {

  /** The name under which standard input is given and reported. */
  static final Path STANDARD_INPUT = Path.of("-");

  private static final int BUFFER_SIZE = 1 << 16;

  private Sources() {}

  /**
   * A file as it is, a folder as its files: with those of the folders in it, by name, hidden ones
   * left out.
   */
  static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> tree = Files.walk(path)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> isVisible(path.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isVisible(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of a file, as they are. */
  static InputStream open(Path path) throws IOException {
    // Not Files.newInputStream: it seeks, and a pipe cannot.
    return path.equals(STANDARD_INPUT) ? System.in : new FileInputStream(path.toFile());
  }

  /** The claims of a stream that may be gzip; the answer supports {@link InputStream#mark}. */
  static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_SIZE);
    return InputKind.isGzip(InputKind.peek(buffered, 2))
        ? new BufferedInputStream(new GZIPInputStream(new NeverEmpty(buffered), BUFFER_SIZE))
        : buffered;
  }

  /**
   * GZIPInputStream takes a moment without bytes for the end of the stream where one gzip member
   * follows another, and a pipe has such moments: the rest of the claims would be lost silently.
   */
  private static final class NeverEmpty extends FilterInputStream {
    NeverEmpty(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
