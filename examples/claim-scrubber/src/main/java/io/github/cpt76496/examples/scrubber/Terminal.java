package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.examples.scrubber.report.Look;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Whether a person sees what is written, and how: colors, width and a progress bar depend on it.
 */
interface Terminal {

  /** Nobody looks. */
  Terminal NONE = descriptor -> false;

  /** Whether a file descriptor is a terminal. */
  boolean at(int descriptor);

  default boolean atOutput() {
    return at(1);
  }

  default boolean atError() {
    return at(2);
  }

  /** Whether colors are wanted and can be shown where nobody says so. */
  default boolean hasColors() {
    return false;
  }

  /** How many characters stand on a line. */
  default int width() {
    return Look.USUAL_WIDTH;
  }

  /** Whether the reader of the output has closed it, as {@code head} does. */
  default boolean readerHasGone() {
    return false;
  }

  /** The terminal of this process. */
  final class OfProcess implements Terminal {

    /** What picocli says of a terminal that does not know its width. */
    private static final int NARROWEST = 55;

    private final PipedOutput output;

    /**
     * @param output what this process writes to
     */
    OfProcess(PipedOutput output) {
      this.output = output;
    }

    /**
     * Java tells only whether input and output are both terminals, so the system's own {@code test}
     * is asked; where there is none, such as on Windows, picocli is.
     */
    @Override
    public boolean at(int descriptor) {
      try {
        return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor()
            == 0;
      } catch (IOException e) {
        return Ansi.AUTO.enabled();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** By picocli, which knows {@code NO_COLOR}, {@code CLICOLOR_FORCE} and Windows. */
    @Override
    public boolean hasColors() {
      return Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
    }

    /** {@code COLUMNS} where it is exported; else picocli asks the system. */
    @Override
    public int width() {
      String columns = System.getenv("COLUMNS");
      if (columns != null && columns.matches("[1-9][0-9]{1,3}")) {
        return Integer.parseInt(columns);
      }
      if (!atOutput() && !atError()) {
        return Look.USUAL_WIDTH;
      }
      CommandSpec spec = CommandSpec.create();
      spec.usageMessage().autoWidth(true);
      int width = spec.usageMessage().width();
      return width > NARROWEST ? width : Look.USUAL_WIDTH;
    }

    @Override
    public boolean readerHasGone() {
      return output.readerHasGone();
    }
  }
}
