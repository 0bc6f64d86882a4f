package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.examples.scrubber.report.HtmlReport;
import io.github.cpt76496.examples.scrubber.report.JsonReport;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.TextReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: its options, its help and its exit codes. */
@Command(
    name = "claim-scrubber",
    mixinStandardHelpOptions = true,
    versionProvider = ScrubberCommand.Versions.class,
    sortOptions = false,
    description = {
      "Answers for every claim line billed with 76496 whether the code applies, whether modifier 26"
          + " is valid and which documentation the payer requires.",
      "",
      "Reads X12 837 professional (005010X222) and JSON, told apart by content.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing wrong",
      "1:at least one finding of severity ERROR",
      "2:some input could not be read"
    })
final class ScrubberCommand implements Callable<Integer> {

  private final PrintWriter out;
  private final PrintWriter err;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json|html",
      description = "text for people (default), json: one line a claim, or html: one page")
  private Format format;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files of claims")
  private List<Path> files;

  private ScrubberCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command and returns its exit code; never ends the process. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new ScrubberCommand(out, err))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              // The message of an unforeseen failure could repeat a value of the claim.
              err.println("claim-scrubber: unforeseen failure: " + failure.getClass().getName());
              return Scrubber.SOME_INPUT_NOT_READ;
            })
        .execute(args);
  }

  @Override
  public Integer call() {
    Cpt76496Edits edits;
    try {
      edits = Cpt76496Edits.load();
    } catch (IllegalStateException e) {
      // Names the page of the rule set that is at fault; no claim has been read yet.
      err.println("claim-scrubber: " + e.getMessage());
      return Scrubber.SOME_INPUT_NOT_READ;
    }
    try (Report report = format.report(edits, out, err)) {
      Scrubber scrubber = new Scrubber(edits, report);
      files.forEach(scrubber::scrub);
      return scrubber.finish();
    }
  }

  /** The three ways of writing. */
  enum Format {
    TEXT {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err) {
        return new TextReport(edits, out, err);
      }
    },
    JSON {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err) {
        return new JsonReport(out, err);
      }
    },
    HTML {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err) {
        return new HtmlReport(edits, out, err, false);
      }
    };

    abstract Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err);
  }

  /** The library and the rule set that answer. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Cpt76496Edits.Version version = Cpt76496Edits.load().version();
      return new String[] {
        "library " + version.library() + ", rule set " + version.ruleSet(),
        "dates of service " + version.coversFrom() + " through " + version.coversThrough()
      };
    }
  }
}
