package io.github.cpt76496.examples.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line: what is printed where, and the exit code. */
class MainTest {

  private static final Path RULES = Path.of("../../rules");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysWhatWouldChange() throws IOException {
    Path rules = TablesBeforeOctober.copy(RULES, folder.resolve("rules"));
    Table table = Table.read(rules.resolve("reference/fee-schedule.tsv"));
    Path file =
        Files.writeString(
            folder.resolve("PPRRVU2026_Oct_nonQPP.csv"),
            OfficialFiles.feeSchedule(
                "2026 National Physician Fee Schedule Relative Value File October Release",
                OfficialFiles.factsOf(table, LocalDate.of(2026, 10, 1))));

    int code =
        run("--rules", rules.toString(), "--dry-run", "--quarter", "2026Q4", file.toString());

    assertEquals("", err.toString());
    assertEquals("No row changes.\n\nDry run: would write releases.tsv\n", out.toString());
    assertEquals(0, code);
  }

  @Test
  void refusesAFileWithItsName() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "nothing");

    int code = run("--rules", "../../rules", "--quarter", "2026Q4", file.toString());

    assertEquals(
        "notes.txt: has neither a fee schedule (PPRRVU*.csv) nor NCCI practitioner edits (ccipra*.txt);"
            + " give the zip as CMS has it, or the file out of it\nNothing is written.\n",
        err.toString().replace("\r\n", "\n"));
    assertEquals(2, code);
    assertEquals(2, run("--quarter", "2026Q4", folder.resolve("absent.zip").toString()));
    assertEquals(2, run("--quarter", "2026", file.toString()));
  }

  @Test
  void namesTheFolderThatIsNone() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ccipra-v323r0-f1.txt"),
            OfficialFiles.pairs(
                List.of(OfficialFiles.pair("33365", "76496", "20150101", "*", "1"))));
    Path absent = folder.resolve("absent");

    int code = run("--rules", absent.toString(), "--quarter", "2026Q4", file.toString());

    assertEquals(
        "cannot be read or written: " + absent.resolve("reference").resolve("sources.tsv") + "\n",
        err.toString().replace("\r\n", "\n"));
    assertEquals(1, code);
  }

  private int run(String... args) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
