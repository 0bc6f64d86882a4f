package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.csv.CsvClaimReader;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.Tally;
import io.github.cpt76496.fhir.FhirClaimReader;
import io.github.cpt76496.x12.X12ClaimReader;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** Reviews the claims of one file after the other. */
final class Scrubber {

  /** What claims have on average, to weigh those that are still to be read. */
  private static final int LINES_A_CLAIM = 4;

  private final Cpt76496Edits edits;
  private final PayerMap payers;
  private final WhatIf whatIf;
  private final Answers answers;
  private final Progress progress;
  private final Work work;

  /**
   * How the work is done.
   *
   * @param threads how many read claims and review them
   * @param everyClaim whether claims that do not bill 76496 are read and written, too
   */
  record Work(int threads, boolean everyClaim) {

    /** On all cores, without the claims that do not bill 76496. */
    static final Work USUAL = new Work(Runtime.getRuntime().availableProcessors(), false);
  }

  Scrubber(Cpt76496Edits edits, PayerMap payers, WhatIf whatIf, Progress progress) {
    this(edits, payers, whatIf, Answers.none(), progress, Work.USUAL);
  }

  Scrubber(
      Cpt76496Edits edits,
      PayerMap payers,
      WhatIf whatIf,
      Answers answers,
      Progress progress,
      Work work) {
    this.work = work;
    this.answers = answers;
    this.edits = edits;
    this.payers = payers;
    this.whatIf = whatIf;
    this.progress = progress;
  }

  /**
   * Reviews everything and writes it in the order of the input.
   *
   * @param goOn asked whenever something was written, to write it out; no more is read when nobody
   *     reads what is written
   * @return what was counted
   */
  Tally scrub(List<Path> paths, Report report, BooleanSupplier goOn) {
    Tally tally = new Tally();
    InOrder.<Outcome>run(
        work.threads(),
        outcomes -> {
          Set<Path> read = new HashSet<>();
          for (Path path : paths) {
            scrub(path, read, report, outcomes);
          }
        },
        outcome -> outcome.writeTo(report, tally),
        goOn);
    return tally;
  }

  private void scrub(Path path, Set<Path> read, Report report, InOrder.Tasks<Outcome> outcomes) {
    Sources.Listing listing = Sources.files(path);
    for (Path folder : listing.notListed()) {
      outcomes.done(Outcome.notRead(folder.toString(), Problem.of("the folder may not be listed")));
    }
    for (Path link : listing.linked()) {
      outcomes.done(
          Outcome.noticed(
              link.toString(), Problem.of("a link to a folder, which was not followed")));
    }
    if (listing.files().isEmpty() && listing.notListed().isEmpty()) {
      outcomes.done(Outcome.notRead(path.toString(), Problem.of("holds no file")));
    }
    for (Path file : listing.files()) {
      if (read.add(Sources.oneName(file))) {
        read(file, report, outcomes);
      } else {
        outcomes.done(
            Outcome.noticed(
                file.toString(), Problem.of("was given twice; its claims were answered once")));
      }
    }
  }

  private void read(Path path, Report report, InOrder.Tasks<Outcome> outcomes) {
    String file = path.equals(Sources.STANDARD_INPUT) ? "standard input" : path.toString();
    ClaimSink sink = new ReviewingSink(file, report, outcomes);
    try (InputStream bytes = Sources.open(path);
        InputStream in = Sources.unpacked(progress.counting(bytes), outcomes::flush)) {
      InputKind kind = InputKind.of(in, CsvClaimReader::isHeader);
      if (kind.whyNotRead().isEmpty()) {
        reader(kind).read(in, sink);
      } else {
        sink.problem(Problem.of(kind.whyNotRead()));
      }
    } catch (FileNotFoundException e) {
      sink.problem(
          Problem.of(Files.exists(path) ? "may not be read: access is denied" : "no such file"));
    } catch (EOFException e) {
      sink.problem(Problem.of("the gzip data is cut off; the rest was not read"));
    } catch (ZipException e) {
      sink.problem(Problem.of("the gzip data is damaged; the rest was not read"));
    } catch (IOException e) {
      sink.problem(Problem.of("could not be read to its end"));
    }
  }

  private ClaimReader reader(InputKind kind) {
    return switch (kind) {
      case X12 -> {
        X12ClaimReader reader = new X12ClaimReader(payers);
        yield work.everyClaim() ? reader : reader.onlyWith76496();
      }
      case CSV -> {
        CsvClaimReader reader = new CsvClaimReader(payers);
        yield work.everyClaim() ? reader : reader.onlyWith76496();
      }
      default -> {
        FhirClaimReader reader = new FhirClaimReader(payers);
        yield work.everyClaim() ? reader : reader.onlyWith76496();
      }
    };
  }

  /** Hands every claim on as it arrives, so that no claim waits in memory for another. */
  private final class ReviewingSink implements ClaimSink {
    private final String file;
    private final Report report;
    private final InOrder.Tasks<Outcome> outcomes;

    ReviewingSink(String file, Report report, InOrder.Tasks<Outcome> outcomes) {
      this.file = file;
      this.report = report;
      this.outcomes = outcomes;
    }

    @Override
    public void claim(PlacedClaim claim) {
      outcomes.add(
          () -> Outcome.of(edits, whatIf, answers, report, file, claim),
          claim.claim().lines().size());
    }

    @Override
    public void notice(Problem notice) {
      outcomes.done(Outcome.noticed(file, notice));
    }

    @Override
    public void problem(Problem problem) {
      outcomes.done(Outcome.notRead(file, problem));
    }

    @Override
    public void passedOver(int claims) {
      outcomes.done(Outcome.passedOver(claims));
    }

    /** Read by the thread that reviews them. */
    @Override
    public void later(Consumer<ClaimSink> reading, int claims) {
      outcomes.add(
          () -> {
            List<Outcome> read = new ArrayList<>(claims);
            reading.accept(new ListingSink(file, report, read));
            return Outcome.all(read);
          },
          LINES_A_CLAIM * claims);
    }
  }

  /** Reviews every claim at once, in the thread that reads it. */
  private final class ListingSink implements ClaimSink {
    private final String file;
    private final Report report;
    private final List<Outcome> outcomes;

    ListingSink(String file, Report report, List<Outcome> outcomes) {
      this.file = file;
      this.report = report;
      this.outcomes = outcomes;
    }

    @Override
    public void claim(PlacedClaim claim) {
      outcomes.add(Outcome.of(edits, whatIf, answers, report, file, claim));
    }

    @Override
    public void notice(Problem notice) {
      outcomes.add(Outcome.noticed(file, notice));
    }

    @Override
    public void problem(Problem problem) {
      outcomes.add(Outcome.notRead(file, problem));
    }
  }
}
