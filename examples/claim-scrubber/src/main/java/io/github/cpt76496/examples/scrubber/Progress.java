package io.github.cpt76496.examples.scrubber;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a person at a terminal how far a long run has come, and nothing to anybody else. */
interface Progress extends AutoCloseable {

  /** Less than this is read before a bar could be looked at. */
  long WORTH_A_BAR = 10_000_000;

  /** Counts what is read from a stream. */
  InputStream counting(InputStream in);

  @Override
  void close();

  /** For everybody else. */
  static Progress none() {
    return new Progress() {
      @Override
      public InputStream counting(InputStream in) {
        return in;
      }

      @Override
      public void close() {}
    };
  }

  /**
   * A bar with rate and time left.
   *
   * @param bytes how much there is to read in all
   * @param width how many characters stand on a line of the terminal
   */
  static Progress bar(long bytes, PrintWriter err, int width) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("Reading")
            .setStyle(ProgressBarStyle.ASCII)
            .setInitialMax(bytes)
            .setUnit(" MB", 1_000_000)
            .showSpeed()
            .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis())
            .setConsumer(
                new DelegatingProgressBarConsumer(
                    text -> {
                      err.print('\r' + text);
                      err.flush();
                    },
                    // A full line would make some terminals begin a new one.
                    width - 1))
            .build();
    return new Progress() {
      @Override
      public InputStream counting(InputStream in) {
        return new Counting(in, bar);
      }

      @Override
      public void close() {
        bar.close();
        err.println();
        err.flush();
      }
    };
  }

  /** Tells a bar of every block that is read. */
  final class Counting extends FilterInputStream {
    private final ProgressBar bar;

    private Counting(InputStream in, ProgressBar bar) {
      super(in);
      this.bar = bar;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b != -1) {
        bar.step();
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count > 0) {
        bar.stepBy(count);
      }
      return count;
    }
  }
}
