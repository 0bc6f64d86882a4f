package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.json.CompactReviews;
import io.github.cpt76496.json.JsonReviewWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** One JSON object a line for every claim, and for every input that could not be read. */
public final class JsonReport implements Report {

  private final PrintWriter out;
  private final PrintWriter err;
  private final JsonReviewWriter lines;

  public JsonReport(PrintWriter out, PrintWriter err, Look look) {
    this.out = out;
    this.err = err;
    try {
      this.lines =
          new JsonReviewWriter(
              look.compact() ? CompactReviews.writer(out) : out, look.catalogPage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void review(String file, PlacedClaim claim, ClaimReview review) {
    write(file, claim, List.of(), review);
  }

  @Override
  public void whatIf(
      String file,
      PlacedClaim changed,
      List<String> changes,
      ClaimReview asStated,
      ClaimReview review) {
    write(file, changed, changes, review);
  }

  private void write(String file, PlacedClaim claim, List<String> changes, ClaimReview review) {
    claim.notices().forEach(notice -> tell(file, notice));
    write(() -> lines.review(file, claim, changes, review));
  }

  @Override
  public void problem(String file, Problem problem) {
    write(() -> lines.problem(file, problem));
    out.flush();
    tell(file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    write(() -> lines.notice(file, notice));
    tell(file, notice);
  }

  private void tell(String file, Problem problem) {
    err.println(TextReport.printable(problem.in(file)));
    err.flush();
  }

  @Override
  public void summary(Tally tally) {
    out.flush();
  }

  @Override
  public void close() {
    write(lines::close);
  }

  private static void write(Line line) {
    try {
      line.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is written at once. */
  private interface Line {
    void write() throws IOException;
  }
}
