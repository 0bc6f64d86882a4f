package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.examples.scrubber.input.ClaimSink;
import io.github.cpt76496.examples.scrubber.input.InputKind;
import io.github.cpt76496.examples.scrubber.input.PlacedClaim;
import io.github.cpt76496.examples.scrubber.input.Problem;
import io.github.cpt76496.examples.scrubber.input.json.JsonClaimReader;
import io.github.cpt76496.examples.scrubber.input.x12.X12ClaimReader;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.Tally;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reviews the claims of one file after the other and passes each result on at once. */
final class Scrubber {

  static final int NOTHING_WRONG = 0;
  static final int SOME_ERROR = 1;
  static final int SOME_INPUT_NOT_READ = 2;

  /** Holds more padding than a mainframe block leaves after the last interchange. */
  private static final int BUFFER_SIZE = 1 << 16;

  private final Cpt76496Edits edits;
  private final Report report;
  private final Tally tally = new Tally();

  Scrubber(Cpt76496Edits edits, Report report) {
    this.edits = edits;
    this.report = report;
  }

  void scrub(Path path) {
    String file = path.toString();
    ClaimSink sink = new ReviewingSink(file);
    if (Files.isDirectory(path)) {
      sink.problem(Problem.of("is a directory; name the files in it"));
      return;
    }
    try (PushbackInputStream in = new PushbackInputStream(open(path), InputKind.LONGEST_MARK)) {
      InputKind kind = InputKind.of(in);
      switch (kind) {
        case X12 -> new X12ClaimReader().read(in, sink);
        case JSON -> new JsonClaimReader().read(in, sink);
        default -> sink.problem(Problem.of(kind.whyNotRead()));
      }
    } catch (FileNotFoundException e) {
      sink.problem(
          Problem.of(Files.exists(path) ? "may not be read: access is denied" : "no such file"));
    } catch (IOException e) {
      sink.problem(Problem.of("could not be read to its end"));
    }
  }

  private static InputStream open(Path path) throws IOException {
    // Not Files.newInputStream: it seeks, and a pipe cannot.
    return new BufferedInputStream(new FileInputStream(path.toFile()), BUFFER_SIZE);
  }

  /** Writes the closing line and returns the exit code. */
  int finish() {
    report.summary(tally);
    if (tally.notRead() > 0) {
      return SOME_INPUT_NOT_READ;
    }
    return tally.errors() > 0 ? SOME_ERROR : NOTHING_WRONG;
  }

  /** Reviews every claim as it arrives, so that no claim waits in memory for another. */
  private final class ReviewingSink implements ClaimSink {
    private final String file;

    ReviewingSink(String file) {
      this.file = file;
    }

    @Override
    public void claim(PlacedClaim claim) {
      ClaimReview review;
      try {
        review = edits.review(claim.claim());
      } catch (IllegalArgumentException e) {
        // The library refuses a claim by line and field and repeats no value.
        problem(new Problem(claim.id(), claim.place(), e.getMessage()));
        return;
      }
      tally.count(review);
      report.review(file, claim, review);
    }

    @Override
    public void notice(Problem notice) {
      report.notice(file, notice);
    }

    @Override
    public void problem(Problem problem) {
      tally.countNotRead();
      report.problem(file, problem);
    }
  }
}
