package io.github.cpt76496.examples.refresh;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "cms-refresh",
    mixinStandardHelpOptions = true,
    description =
        "Brings the rows of rules/reference up to the official CMS files of a quarter, and says what"
            + " changed. Writes nothing if a file is refused.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the tables are up to the files, or would be",
      "1:a table could not be read or written",
      "2:a file was refused, nothing is written"
    })
final class Main implements Callable<Integer> {

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      defaultValue = "rules",
      description = "the folder rules (default: ${DEFAULT-VALUE})")
  private Path rules = Path.of("rules");

  @Option(
      names = "--quarter",
      required = true,
      converter = QuarterConverter.class,
      description = "of the files, such as 2026Q4")
  private Quarter quarter = new Quarter(2026, 1);

  @Option(names = "--dry-run", description = "says what would change, and writes nothing")
  private boolean dryRun;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "rvu26d.zip and the four zips of the NCCI practitioner edits, or the files out of them")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  private static final class QuarterConverter implements CommandLine.ITypeConverter<Quarter> {
    @Override
    public Quarter convert(String value) {
      try {
        return Quarter.of(value);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    for (Path file : files) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        err.println(file.getFileName() + ": cannot be read");
        return CommandLine.ExitCode.USAGE;
      }
    }
    try {
      Refresh refresh = new Refresh(rules, quarter, LocalDate.now(ZoneId.systemDefault()));
      out.print(dryRun ? refresh.dryRun(files) : refresh.run(files));
      out.flush();
      return CommandLine.ExitCode.OK;
    } catch (Refusal e) {
      err.println(e.getMessage());
      err.println("Nothing is written.");
      return CommandLine.ExitCode.USAGE;
    } catch (IOException e) {
      err.println("cannot be read or written: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
