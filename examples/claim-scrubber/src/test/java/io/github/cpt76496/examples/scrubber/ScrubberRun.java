package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.examples.scrubber.report.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of the scrubber: what it wrote and how it ended.
 *
 * @param exitCode the exit code
 * @param out standard output, lines ended by a line feed
 * @param err standard error, lines ended by a line feed
 */
record ScrubberRun(int exitCode, String out, String err) {

  /** The whole command line, with the rules of the library. */
  static ScrubberRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = ScrubberCommand.execute(new PrintWriter(out), new PrintWriter(err), args);
    return new ScrubberRun(exitCode, lines(out), lines(err));
  }

  /** The scrubber with answers that a test made up. */
  static ScrubberRun of(Cpt76496Edits edits, ScrubberCommand.Format format, List<Path> files) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    try (Report report = format.report(edits, new PrintWriter(out), new PrintWriter(err))) {
      Scrubber scrubber = new Scrubber(edits, report);
      files.forEach(scrubber::scrub);
      return new ScrubberRun(scrubber.finish(), lines(out), lines(err));
    }
  }

  private static String lines(StringWriter writer) {
    return writer.toString().replace(System.lineSeparator(), "\n");
  }
}
