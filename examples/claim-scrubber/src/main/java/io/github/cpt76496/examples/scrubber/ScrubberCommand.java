package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Cpt76496Edits.Loader.Engine;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.csv.PayerFile;
import io.github.cpt76496.csv.PayerMapException;
import io.github.cpt76496.examples.scrubber.report.AcknowledgmentReport;
import io.github.cpt76496.examples.scrubber.report.FhirReport;
import io.github.cpt76496.examples.scrubber.report.HtmlReport;
import io.github.cpt76496.examples.scrubber.report.Ink;
import io.github.cpt76496.examples.scrubber.report.JsonReport;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.Summary;
import io.github.cpt76496.examples.scrubber.report.Tally;
import io.github.cpt76496.examples.scrubber.report.TextReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: its options, its help and its exit codes. */
@Command(
    name = "claim-scrubber",
    mixinStandardHelpOptions = true,
    versionProvider = ScrubberCommand.Versions.class,
    subcommands = {CatalogCommand.class, ExplainCommand.class},
    sortOptions = false,
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "claim-scrubber [OPTIONS] FILE...",
      "       claim-scrubber catalog [WORD...]",
      "       claim-scrubber explain EDIT-ID [CODE]",
      ""
    },
    description = {
      "Answers for every claim line billed with 76496 whether the code applies, whether modifier 26"
          + " is valid and which documentation the payer requires.",
      "",
      "Reads X12 837 professional and institutional (005010X222, 005010X223), FHIR R4 Claim, JSON"
          + " and CSV, each plain or gzip, told apart by content.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing wrong",
      "1:at least one finding as severe as --fail-on says",
      "2:some input could not be read, the output not be written, or the command line is wrong"
    })
final class ScrubberCommand implements Callable<Integer> {

  private static final String HOW_TO_MAP =
      "to map it, give --payers a file with the header " + PayerFile.HEADER + " and its row";

  static final int NOTHING_WRONG = 0;
  static final int SOME_FINDING = 1;
  static final int SOME_INPUT_NOT_READ = 2;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json|html|fhir|277ca",
      description =
          "text for people (default); json, one line a claim; html, one page for a browser; fhir,"
              + " an OperationOutcome a line for each claim; 277ca, an X12 claim acknowledgment that is"
              + " marked as a check before submission")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write to this file instead of standard output")
  private Optional<Path> output;

  @Option(
      names = "--payers",
      paramLabel = "FILE",
      description =
          "who your payers are: CSV with the columns payer_id, name_pattern, family, plan,"
              + " line_of_business")
  private Optional<Path> payers;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "what if: change this on every line billed with 76496, for example modifiers=26 or"
              + " payer=MEDICARE/NORIDIAN or purpose=SOLE_IMAGING; may be repeated")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--fail-on",
      defaultValue = "error",
      paramLabel = "error|warning|never",
      description = "least severe finding that gives exit code 1 (default: error)")
  private FailOn failOn;

  @Option(names = "--summary", description = "totals by answer, payer and edit at the end")
  private boolean summary;

  @Option(
      names = "--show-claim-ids",
      description =
          "name claims by their control numbers in the html page, which else shows places")
  private boolean showClaimIds;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "files or folders of claims; - for standard input")
  private List<Path> files = List.of();

  @Spec private CommandSpec command;

  private final Terminal terminal;

  private ScrubberCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Runs the command and returns its exit code; never ends the process.
   *
   * @param terminal where a person may be looking
   */
  static int execute(PrintWriter out, PrintWriter err, Terminal terminal, String... args) {
    return new CommandLine(new ScrubberCommand(terminal))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              // The message of an unforeseen failure could repeat a value of the claim.
              Throwable cause = failure.getCause() == null ? failure : failure.getCause();
              err.println("claim-scrubber: unforeseen failure: " + cause.getClass().getName());
              return SOME_INPUT_NOT_READ;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      // Not by arity: picocli would ask for a file before a subcommand, too.
      throw new ParameterException(command.commandLine(), "Missing: FILE, or - for standard input");
    }
    PrintWriter err = command.commandLine().getErr();
    PayerMap payerMap = payerMap();
    WhatIf whatIf = whatIf();
    refuseOutputThatIsRead();
    Cpt76496Edits edits;
    try {
      edits = Cpt76496Edits.loader().engine(Engine.COMPILED).load();
    } catch (IllegalStateException e) {
      // Names the page of the rule set that is at fault; no claim has been read yet.
      err.println("claim-scrubber: " + e.getMessage());
      return SOME_INPUT_NOT_READ;
    }
    if (output.isEmpty()) {
      return scrub(edits, payerMap, whatIf, command.commandLine().getOut());
    }
    try (PrintWriter file = outputFile(output.get())) {
      return scrub(edits, payerMap, whatIf, file);
    }
  }

  /** What is read would be emptied by writing to it. */
  private void refuseOutputThatIsRead() throws IOException {
    if (output.isEmpty()) {
      return;
    }
    List<Path> read = new ArrayList<>(files);
    payers.ifPresent(read::add);
    for (Path path : read) {
      if (Sources.contain(path, output.get())) {
        throw new ParameterException(
            command.commandLine(),
            "--output: " + output.get() + ": is or would be among the files that are read");
      }
    }
  }

  private PrintWriter outputFile(Path file) {
    try {
      // Not Files.newBufferedWriter: it fails at half of a surrogate pair, which JSON can hold.
      return new PrintWriter(
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "--output: " + file + ": cannot be written");
    }
  }

  private int scrub(Cpt76496Edits edits, PayerMap payerMap, WhatIf whatIf, PrintWriter out)
      throws IOException {
    PrintWriter err = command.commandLine().getErr();
    Tally tally;
    try (Report report = format.report(edits, out, err, new Look(ink(), showClaimIds));
        Progress progress = progress(err)) {
      announce(whatIf, report, err);
      tally =
          new Scrubber(edits, payerMap, whatIf, progress)
              .scrub(files, report, () -> !out.checkError());
      report.summary(tally);
    }
    if (summary) {
      PrintWriter to = format == Format.TEXT ? out : err;
      Summary.of(tally).forEach(to::println);
      to.flush();
    }
    if (out.checkError()) {
      err.println("claim-scrubber: the output could not be written to its end, it is incomplete");
      return SOME_INPUT_NOT_READ;
    }
    return failOn.exitCode(tally);
  }

  /**
   * Text, JSON and FHIR say so with every claim, and an HTML page once; whoever looks at a terminal
   * beside a file of answers is told, too.
   */
  private void announce(WhatIf whatIf, Report report, PrintWriter err) {
    if (whatIf.isEmpty() || format == Format.TEXT) {
      return;
    }
    Problem notice =
        Problem.of("the answers are for claims changed to " + String.join(", ", whatIf.changes()));
    if (format == Format.HTML) {
      report.notice("--set", notice);
    } else {
      err.println(TextReport.printable(notice.in("--set")));
    }
  }

  private PayerMap payerMap() {
    if (payers.isEmpty()) {
      return PayerMap.packaged().withCure(HOW_TO_MAP);
    }
    try {
      return PayerFile.read(payers.get()).withCure(HOW_TO_MAP);
    } catch (PayerMapException e) {
      throw new ParameterException(command.commandLine(), "--payers: " + e.getMessage());
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "--payers: " + payers.get() + ": cannot be read");
    }
  }

  private WhatIf whatIf() {
    try {
      return WhatIf.of(settings);
    } catch (UnreadableClaimException e) {
      throw new ParameterException(command.commandLine(), "--set: " + e.getMessage());
    }
  }

  private Ink ink() {
    boolean colours =
        format == Format.TEXT
            && output.isEmpty()
            && System.getenv("NO_COLOR") == null
            && terminal.atOutput();
    return colours ? Ink.COLOURS : Ink.NONE;
  }

  /** A bar would be torn apart by text on the same terminal. */
  private Progress progress(PrintWriter err) {
    if (!terminal.atError() || (output.isEmpty() && terminal.atOutput())) {
      return Progress.none();
    }
    long bytes = 0;
    for (Path path : files) {
      for (Path file : Sources.files(path).files()) {
        bytes += file.toFile().length();
      }
    }
    return bytes >= Progress.WORTH_A_BAR ? Progress.bar(bytes, err) : Progress.none();
  }

  /**
   * What the user chose of the looks of a report.
   *
   * @param showClaimIds whether the HTML page names claims by their control numbers
   */
  record Look(Ink ink, boolean showClaimIds) {}

  /** The ways of writing. */
  enum Format {
    TEXT {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new TextReport(edits, out, err, look.ink());
      }
    },
    JSON {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new JsonReport(out, err);
      }
    },
    FHIR {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new FhirReport(out, err);
      }
    },
    /** The name is no identifier. */
    ACKNOWLEDGMENT {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new AcknowledgmentReport(out, err, Clock.systemUTC());
      }

      @Override
      public String toString() {
        return "277ca";
      }
    },
    HTML {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new HtmlReport(edits, out, err, look.showClaimIds());
      }
    };

    abstract Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look);
  }

  /** Which findings give exit code 1. */
  enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    int exitCode(Tally tally) {
      if (tally.notRead() > 0) {
        return SOME_INPUT_NOT_READ;
      }
      long findings =
          switch (this) {
            case ERROR -> tally.findings(Severity.ERROR);
            case WARNING -> tally.findings(Severity.ERROR) + tally.findings(Severity.WARNING);
            case NEVER -> 0;
          };
      return findings > 0 ? SOME_FINDING : NOTHING_WRONG;
    }
  }

  /** The library and the rule set that answer. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Cpt76496Edits.Version version =
          Cpt76496Edits.loader().engine(Engine.COMPILED).load().version();
      return new String[] {
        "library " + version.library() + ", rule set " + version.ruleSet(),
        "dates of service " + version.coversFrom() + " through " + version.coversThrough()
      };
    }
  }
}
