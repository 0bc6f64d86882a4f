package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.examples.scrubber.report.Look;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.Tally;
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
    int exitCode =
        ScrubberCommand.execute(new PrintWriter(out), new PrintWriter(err), Terminal.NONE, args);
    return new ScrubberRun(exitCode, lines(out), lines(err));
  }

  /** The scrubber with answers that a test made up. */
  static ScrubberRun of(Cpt76496Edits edits, ScrubberCommand.Format format, List<Path> files) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    try (Report report =
        format.report(edits, new PrintWriter(out), new PrintWriter(err), Look.PLAIN)) {
      Tally tally = scrub(edits, files, report);
      report.summary(tally);
      return new ScrubberRun(ScrubberCommand.FailOn.ERROR.exitCode(tally), lines(out), lines(err));
    }
  }

  /** The claims of files, with no option. */
  static Tally scrub(Cpt76496Edits edits, List<Path> files, Report report) {
    return new Scrubber(edits, PayerMap.packaged(), WhatIf.nothing(), Progress.none())
        .scrub(files, report, () -> true);
  }

  private static String lines(StringWriter writer) {
    return writer.toString().replace(System.lineSeparator(), "\n");
  }
}
