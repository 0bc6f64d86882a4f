package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Engine;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.csv.PayerFile;
import io.github.cpt76496.csv.PayerMapException;
import io.github.cpt76496.examples.scrubber.report.AcknowledgmentReport;
import io.github.cpt76496.examples.scrubber.report.CsvReport;
import io.github.cpt76496.examples.scrubber.report.FhirReport;
import io.github.cpt76496.examples.scrubber.report.HtmlReport;
import io.github.cpt76496.examples.scrubber.report.Ink;
import io.github.cpt76496.examples.scrubber.report.JsonReport;
import io.github.cpt76496.examples.scrubber.report.Look;
import io.github.cpt76496.examples.scrubber.report.Look.Only;
import io.github.cpt76496.examples.scrubber.report.QuestionnaireReport;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.ShortReport;
import io.github.cpt76496.examples.scrubber.report.Summary;
import io.github.cpt76496.examples.scrubber.report.Tally;
import io.github.cpt76496.examples.scrubber.report.TextReport;
import io.github.cpt76496.examples.scrubber.report.Utf8Writer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: its options, its help and its exit codes. */
@Command(
    name = "claim-scrubber",
    mixinStandardHelpOptions = true,
    versionProvider = ScrubberCommand.Versions.class,
    subcommands = {
      ExplainCommand.class,
      CatalogCommand.class,
      DocumentsCommand.class,
      DiffCommand.class,
      GenerateCompletion.class
    },
    sortOptions = false,
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "claim-scrubber [OPTIONS] FILE...",
      "       claim-scrubber explain EDIT-ID [CODE]",
      "       claim-scrubber catalog [WORD...]",
      "       claim-scrubber documents --payer FAMILY/PLAN",
      "       claim-scrubber diff DATE DATE",
      ""
    },
    description = {
      "Answers for every claim line billed with 76496 whether the code applies, whether modifier 26"
          + " is valid and which documentation the payer requires.",
      "",
      "Reads X12 837 professional and institutional (005010X222, 005010X223), FHIR R4 Claim, JSON"
          + " and CSV, each plain or gzip, detected from the content.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing wrong",
      "1:at least one finding as severe as --fail-on says",
      "2:some input could not be read, the output not be written, or the command line is wrong",
      "141:the reader of the output closed it before its end, as `head` does"
    })
final class ScrubberCommand implements Callable<Integer> {

  private static final String HOW_TO_MAP =
      "to map it, give --payers a file with the header " + PayerFile.HEADER + " and its row";

  static final int NOTHING_WRONG = 0;
  static final int SOME_FINDING = 1;
  static final int SOME_INPUT_NOT_READ = 2;

  /** 128 and the number of SIGPIPE: what a shell sees of a program that this signal has ended. */
  static final int READER_HAS_GONE = 141;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json|html|csv|fhir|277ca|questionnaire",
      description =
          "text for people (default); json, one line a claim; html, one page for a browser; csv, a"
              + " row a finding and a row a document; fhir, an OperationOutcome a line for each"
              + " claim; 277ca, an X12 claim acknowledgment that is marked as a check before"
              + " submission; questionnaire, a FHIR Questionnaire a line for each open claim line")
  private Format format;

  @Option(
      names = "--only",
      defaultValue = "any",
      paramLabel = "error|warning|required",
      description =
          "of text and csv: errors only; errors and warnings; or the required documents that are"
              + " missing or not confirmed. Lines without any are left out")
  private Only only;

  @Option(
      names = "--all",
      description =
          "of text, csv and fhir: all findings and documents, with their sources; of questionnaire:"
              + " all of the record, for every line billed with 76496")
  private boolean all;

  @Option(names = "--short", description = "of text: one line a claim line, for grep")
  private boolean inShort;

  @Option(
      names = "--compact",
      description =
          "of json: the same in a third of the bytes; what lines share stands once, in lines of"
              + " status TABLE, and what is empty is left out")
  private boolean compact;

  @Option(
      names = "--color",
      defaultValue = "auto",
      paramLabel = "auto|always|never",
      description = "colors in text (default: auto, on a terminal that has them)")
  private Color color;

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
      names = "--answers",
      paramLabel = "FILE",
      description =
          "what was answered to --format questionnaire: FHIR QuestionnaireResponses, one resource,"
              + " one a line, or a Bundle; may be repeated")
  private List<Path> answerFiles = new ArrayList<>();

  @Option(
      names = "--fail-on",
      defaultValue = "error",
      paramLabel = "error|warning|never",
      description =
          "least severe finding that gives exit code 1, and that returns a claim in a 277CA if it"
              + " asks for a change of the claim (default: error)")
  private FailOn failOn;

  @Option(names = "--summary", description = "totals by answer, payer and edit at the end")
  private boolean summary;

  @Option(
      names = "--show-claim-ids",
      description =
          "name claims by their control numbers in the html page, which else shows places")
  private boolean showClaimIds;

  @Option(
      names = "--every-claim",
      description = "answer claims that do not bill 76496, too; else they are counted and not read")
  private boolean everyClaim;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many threads read and review claims (default: one a core)")
  private int threads = Scrubber.Work.USUAL.threads();

  @Option(
      names = "--catalog-url",
      paramLabel = "URL",
      defaultValue = "",
      description =
          "where you publish the page of examples/catalog-site: in json, csv, fhir and html each"
              + " finding leads to its edit there")
  private String catalogUrl;

  @Mixin private LibraryOptions library;

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
    int exitCode =
        new CommandLine(new ScrubberCommand(terminal), new Commands(terminal))
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(LocalDate.class, ScrubberCommand::date)
            .setParameterExceptionHandler(new CommandLineFault())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  // The message of an unforeseen failure could repeat a value of the claim.
                  Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                  err.println("claim-scrubber: unforeseen failure: " + cause.getClass().getName());
                  return SOME_INPUT_NOT_READ;
                })
            .execute(args);
    out.flush();
    return terminal.readerHasGone() ? READER_HAS_GONE : exitCode;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("expected a date such as 2026-03-02");
    }
  }

  /** Makes subcommands that look at a terminal as picocli makes the others. */
  private record Commands(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      // Not by arity: picocli would ask for a file before a subcommand, too.
      throw new ParameterException(command.commandLine(), "Missing: FILE, or - for standard input");
    }
    CommandLine line = command.commandLine();
    String[] words = line.getParseResult().originalArgs().toArray(String[]::new);
    CommandLineFault.nearestCommand(words, line)
        .ifPresent(
            message -> {
              throw new ParameterException(line, message);
            });
    if (Collections.frequency(files, Sources.STANDARD_INPUT) > 1) {
      throw new ParameterException(
          command.commandLine(), "FILE: - is given twice, and standard input can be read once");
    }
    PrintWriter err = command.commandLine().getErr();
    refuseWhatDoesNotFit();
    PayerMap payerMap = payerMap();
    if (threads < 1) {
      throw new ParameterException(
          command.commandLine(), "--threads: expected a number of 1 or more");
    }
    WhatIf whatIf = whatIf();
    Answers answers = answers();
    refuseOutputThatIsRead();
    Cpt76496Edits edits;
    try {
      edits = library.load();
    } catch (IllegalStateException e) {
      // Names the page of the rule set that is at fault; no claim has been read yet.
      err.println("claim-scrubber: " + e.getMessage());
      return SOME_INPUT_NOT_READ;
    }
    Plans.noticesOf(whatIf.changes(), edits).forEach(err::println);
    if (output.isEmpty()) {
      return scrub(edits, payerMap, whatIf, answers, command.commandLine().getOut());
    }
    try (PrintWriter file = outputFile(output.get())) {
      return scrub(edits, payerMap, whatIf, answers, file);
    }
  }

  /** An option that would be ignored is a misunderstanding. */
  private void refuseWhatDoesNotFit() {
    refuse(
        only != Only.ANY && format != Format.TEXT && format != Format.CSV,
        "--only",
        "text and csv");
    refuse(
        all && !Set.of(Format.TEXT, Format.CSV, Format.FHIR, Format.QUESTIONNAIRE).contains(format),
        "--all",
        "text, csv, fhir and questionnaire");
    refuse(inShort && format != Format.TEXT, "--short", "text");
    refuse(compact && format != Format.JSON, "--compact", "json");
    refuse(
        !catalogUrl.isEmpty()
            && !Set.of(Format.JSON, Format.CSV, Format.FHIR, Format.HTML).contains(format),
        "--catalog-url",
        "json, csv, fhir and html");
    if (all && (inShort || only != Only.ANY)) {
      throw new ParameterException(
          command.commandLine(),
          "--all: shows everything, so it does not go with --short or --only");
    }
  }

  private void refuse(boolean given, String option, String formats) {
    if (given) {
      throw new ParameterException(
          command.commandLine(), option + ": is an option of the format " + formats);
    }
  }

  /** What is read would be emptied by writing to it. */
  private void refuseOutputThatIsRead() throws IOException {
    if (output.isEmpty()) {
      return;
    }
    List<Path> read = new ArrayList<>(files);
    payers.ifPresent(read::add);
    read.addAll(answerFiles);
    read.addAll(library.files());
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
      return new Utf8Writer(Files.newOutputStream(file));
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "--output: " + file + ": cannot be written");
    }
  }

  private int scrub(
      Cpt76496Edits edits, PayerMap payerMap, WhatIf whatIf, Answers answers, PrintWriter out)
      throws IOException {
    PrintWriter err = command.commandLine().getErr();
    Tally tally;
    try (Report report = report(edits, out, err);
        Progress progress = progress(err)) {
      announce(whatIf, report, err);
      tally =
          new Scrubber(
                  edits,
                  payerMap,
                  whatIf,
                  answers,
                  progress,
                  new Scrubber.Work(threads, everyClaim))
              .scrub(files, report, () -> !out.checkError());
      answers.writeProblems(report, tally);
      report.summary(tally);
    }
    if (summary) {
      PrintWriter to = format == Format.TEXT ? out : err;
      Summary.of(tally).forEach(to::println);
      to.flush();
    }
    if (out.checkError() && !terminal.readerHasGone()) {
      err.println("claim-scrubber: the output could not be written to its end, it is incomplete");
      return SOME_INPUT_NOT_READ;
    }
    return failOn.exitCode(tally);
  }

  private Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err) {
    Look look =
        new Look(
            ink(), width(), only, all, showClaimIds, compact, failOn.leastSevere(), catalogUrl);
    return inShort ? new ShortReport(out, err, look) : format.report(edits, out, err, look);
  }

  /** A file has no terminal. */
  private int width() {
    return output.isEmpty() ? terminal.width() : Look.USUAL_WIDTH;
  }

  /**
   * Text, JSON and FHIR say so with every claim, and an HTML page once; a person who looks at a
   * terminal beside a file of answers is told, too.
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
      Report.tell(err, "--set", notice);
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

  private Answers answers() {
    try {
      return Answers.read(answerFiles);
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "--answers: " + e.getMessage() + ": cannot be read");
    }
  }

  private Ink ink() {
    boolean colors =
        switch (color) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> output.isEmpty() && terminal.hasColors();
        };
    return colors ? Ink.COLORS : Ink.NONE;
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
    return bytes >= Progress.WORTH_A_BAR
        ? Progress.bar(bytes, err, terminal.width())
        : Progress.none();
  }

  /** The ways of writing. */
  enum Format {
    TEXT {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new TextReport(edits, out, err, look);
      }
    },
    JSON {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new JsonReport(out, err, look);
      }
    },
    FHIR {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new FhirReport(out, err, look);
      }
    },
    CSV {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new CsvReport(out, err, look);
      }
    },
    /** The name is no identifier. */
    ACKNOWLEDGMENT {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new AcknowledgmentReport(out, err, Clock.systemUTC(), look.fails());
      }

      @Override
      public String toString() {
        return "277ca";
      }
    },
    QUESTIONNAIRE {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new QuestionnaireReport(edits, out, err, look);
      }
    },
    HTML {
      @Override
      Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
        return new HtmlReport(edits, out, err, look);
      }
    };

    abstract Report report(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look);
  }

  /** Whether text has colors. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Which findings give exit code 1. */
  enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    /** What fails a line; that no exit code tells it does not make it right. */
    Severity leastSevere() {
      return this == WARNING ? Severity.WARNING : Severity.ERROR;
    }

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
