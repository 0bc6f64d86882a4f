package io.github.cpt76496.examples.scrubber;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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
  static Listing files(Path path) {
    if (!Files.isDirectory(path)) {
      return new Listing(List.of(path), List.of(), List.of());
    }
    Walk walk = new Walk(path);
    try {
      Files.walkFileTree(path, walk);
    } catch (IOException e) {
      // The walk names what fails and goes on; only the closing of a folder comes here.
      walk.notListed.add(path);
    }
    return walk.listing();
  }

  /**
   * One name of a file, whatever it is called by; standard input and what is no file keep theirs.
   */
  static Path oneName(Path file) {
    if (file.equals(STANDARD_INPUT) || !Files.isRegularFile(file)) {
      return file;
    }
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // Whoever opens it says why it cannot be.
      return file;
    }
  }

  /** Whether a file, which need not exist yet, is among those that a path stands for. */
  static boolean contain(Path path, Path file) throws IOException {
    if (Files.exists(file)) {
      for (Path read : files(path).files()) {
        if (Files.exists(read) && Files.isSameFile(read, file)) {
          return true;
        }
      }
      return false;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(path) || !Files.isDirectory(folder)) {
      return false;
    }
    Path root = path.toRealPath();
    Path real = folder.toRealPath().resolve(file.getFileName());
    return real.startsWith(root) && isVisible(root.relativize(real));
  }

  private static boolean isVisible(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  /**
   * What a path stands for.
   *
   * @param files what can be read, by name
   * @param notListed folders that may not be listed
   * @param linked links to folders, which are not followed: they may lead back
   */
  record Listing(List<Path> files, List<Path> notListed, List<Path> linked) {}

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> notListed = new ArrayList<>();
    private final List<Path> linked = new ArrayList<>();

    Walk(Path root) {
      this.root = root;
    }

    Listing listing() {
      Collections.sort(files);
      return new Listing(files, notListed, linked);
    }

    private boolean isHidden(Path path) {
      return !path.equals(root) && !isVisible(root.relativize(path));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file)) {
        if (Files.isDirectory(file)) {
          linked.add(file);
        } else if (Files.isRegularFile(file) || !Files.exists(file)) {
          // A link to nothing is listed so that it is reported when it is opened.
          files.add(file);
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      if (!isHidden(path)) {
        notListed.add(path);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** The bytes of a file, as they are. */
  static InputStream open(Path path) throws IOException {
    // Not Files.newInputStream: it seeks, and a pipe cannot.
    return path.equals(STANDARD_INPUT) ? System.in : new FileInputStream(path.toFile());
  }

  /**
   * The claims of a stream that may be gzip; the answer supports {@link InputStream#mark}.
   *
   * @param beforeWaiting is run before it waits for bytes that have not come yet: a program that
   *     writes claims into a pipe one by one may be waiting for the answer to the last one
   */
  static InputStream unpacked(InputStream in, Runnable beforeWaiting) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_SIZE);
    InputStream plain = new BeforeWaiting(buffered, beforeWaiting);
    return InputKind.isGzip(InputKind.peek(plain, 2))
        ? new BufferedInputStream(
            new ReadAhead(
                new GZIPInputStream(new NeverEmpty(buffered), BUFFER_SIZE), beforeWaiting))
        : plain;
  }

  private static final class BeforeWaiting extends FilterInputStream {
    private final Runnable action;

    BeforeWaiting(InputStream in, Runnable action) {
      super(in);
      this.action = action;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (super.available() == 0) {
        action.run();
      }
      return super.read(buffer, offset, length);
    }
  }

  /**
   * Reads in a thread of its own, since to unpack a file takes as long as to read it. What came
   * before a failure is handed out before it.
   */
  private static final class ReadAhead extends InputStream {
    private static final int MOST_BLOCKS = 8;
    private static final byte[] NOTHING = {};

    private final InputStream in;
    private final Runnable beforeWaiting;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(MOST_BLOCKS);
    private final Thread reading = new Thread(this::readAll, "unpacking");
    private Block block = new Block(NOTHING, 0, Optional.empty());
    private int next;

    /** What was read at once. */
    private static final class Block {
      private final byte[] bytes;

      /** How much was read, or -1 at the end. */
      private final int length;

      private final Optional<IOException> failure;

      Block(byte[] bytes, int length, Optional<IOException> failure) {
        this.bytes = bytes;
        this.length = length;
        this.failure = failure;
      }

      boolean isLast() {
        return length < 0 || failure.isPresent();
      }
    }

    ReadAhead(InputStream in, Runnable beforeWaiting) {
      this.in = in;
      this.beforeWaiting = beforeWaiting;
      reading.setDaemon(true);
      reading.start();
    }

    private void readAll() {
      try {
        Block read;
        do {
          read = readBlock();
          blocks.put(read);
        } while (!read.isLast());
      } catch (InterruptedException e) {
        // Nobody reads on.
      }
    }

    private Block readBlock() {
      try {
        byte[] bytes = new byte[BUFFER_SIZE];
        return new Block(bytes, in.read(bytes), Optional.empty());
      } catch (IOException e) {
        return new Block(NOTHING, 0, Optional.of(e));
      } catch (RuntimeException | Error e) { // Nobody may wait for ever.
        return new Block(NOTHING, 0, Optional.of(new IOException(e)));
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (next == block.length && !block.isLast()) {
        block = nextBlock();
        next = 0;
      }
      if (block.failure.isPresent()) {
        throw block.failure.get();
      }
      if (block.length < 0) {
        return -1;
      }
      int count = Math.min(length, block.length - next);
      System.arraycopy(block.bytes, next, buffer, offset, count);
      next += count;
      return count;
    }

    private Block nextBlock() {
      Block ready = blocks.poll();
      if (ready != null) {
        return ready;
      }
      beforeWaiting.run();
      try {
        return blocks.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("nobody takes the claims", e);
      }
    }

    @Override
    public void close() throws IOException {
      reading.interrupt();
      in.close();
    }
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
