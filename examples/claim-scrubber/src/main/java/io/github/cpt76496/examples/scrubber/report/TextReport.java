package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.page.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * For people: every line billed with 76496 with its three answers, why, and what to do. What is
 * advised for any payer is said once at the end. Other claims are only counted.
 */
public final class TextReport implements Report {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;
  private final LineInFull inFull;
  private final Advice advice = new Advice();
  private String file = "";

  public TextReport(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
    this.out = out;
    this.err = err;
    this.look = look;
    this.inFull = new LineInFull(edits, look);
  }

  @Override
  public void review(String file, PlacedClaim claim, ClaimReview review) {
    if (review.lines().isEmpty()) {
      claim.notices().forEach(notice -> problem(file, notice));
      return;
    }
    write(file, claim, List.of(), review, review);
  }

  @Override
  public void whatIf(
      String file,
      PlacedClaim changed,
      List<String> changes,
      ClaimReview asStated,
      ClaimReview review) {
    write(file, changed, changes, asStated, review);
  }

  private void write(
      String file,
      PlacedClaim claim,
      List<String> changes,
      ClaimReview asStated,
      ClaimReview review) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < review.lines().size(); i++) {
      lines.addAll(lines(claim, review.lines().get(i), asStated.lines().get(i)));
    }
    if (lines.isEmpty()) {
      return;
    }
    writeHead(file, claim, review);
    if (!changes.isEmpty()) {
      print("What if " + String.join(", ", changes));
    }
    lines.forEach(out::println);
    out.println();
  }

  private List<String> lines(PlacedClaim claim, LineReview line, LineReview asStated) {
    if (look.all()) {
      return inFull.lines(claim.claim().form(), line, asStated);
    }
    List<DocumentationRequirement> own =
        Documents.isForWrongCode(line) ? List.of() : advice.takeFrom(line);
    return new LineText(look, claim.claim().form(), line, asStated, own).lines();
  }

  private void writeHead(String file, PlacedClaim claim, ClaimReview review) {
    if (!file.equals(this.file)) {
      this.file = file;
      out.println(look.ink().title(file));
      out.println();
    }
    String id = claim.id().isEmpty() ? "without id" : claim.id();
    out.println(look.ink().title("Claim " + id) + printable("  (" + claim.place() + ")"));
    if (look.only() == Look.Only.ANY) {
      print("Payer " + payer(claim.claim().payer(), review));
      if (!claim.payerNotice().isEmpty()) {
        print("Who the payer is: " + claim.payerNotice());
      }
      writeOtherPayers(claim.otherPayers());
    }
    for (Problem notice : claim.notices()) {
      String place = notice.place().equals(claim.place()) ? "" : notice.place() + ": ";
      print("Notice: " + place + notice.reason());
    }
  }

  private void writeOtherPayers(List<Payer> payers) {
    if (!payers.isEmpty()) {
      String names = payers.stream().map(Payer::toString).collect(Collectors.joining(", "));
      print("Also names payers " + names + "; reviewed for the one it is addressed to");
    }
  }

  static String payer(Payer payer, ClaimReview review) {
    return payer.family() == Payer.Family.UNKNOWN
        ? "unknown, so no payer's documentation rules are given"
        : payer + ", " + Words.of(review.payerMatch(), payer);
  }

  @Override
  public void problem(String file, Problem problem) {
    out.flush();
    err.println(printable(problem.in(file)));
    err.flush();
  }

  @Override
  public void notice(String file, Problem notice) {
    problem(file, notice);
  }

  @Override
  public void summary(Tally tally) {
    if (look.only() == Look.Only.ANY && !advice.all().isEmpty()) {
      String names = String.join(", ", Documents.names(List.copyOf(advice.all())));
      print("Advised for any payer: " + names + ".");
    }
    if (!look.all() && look.only() == Look.Only.ANY && tally.lines() > 0) {
      print("More: --all, everything with its source; `explain EDIT`, the page of an edit.");
      out.println();
    }
    print(tally.inOneLine());
    out.flush();
  }

  /** Wrapped, the lines after the first indented. */
  private void print(String text) {
    String indent = "";
    for (String line : Wrap.lines(printable(text), look.width() - 2)) {
      out.println(indent + line);
      indent = "  ";
    }
  }

  /** A claim id or a file name must not steer the terminal. */
  public static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }

  @Override
  public void close() {
    out.flush();
  }
}
