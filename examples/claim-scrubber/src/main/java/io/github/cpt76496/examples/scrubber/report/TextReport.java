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
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * For people: every line billed with 76496 with its three answers, why, and what to do. What is
 * advised for any payer is said once at the end. Other claims are only counted.
 */
public final class TextReport implements Report {

  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;
  private final Map<String, String> titles = new HashMap<>();
  private final Advice advice = new Advice();
  private String file = "";

  public TextReport(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
    this.out = out;
    this.err = err;
    this.look = look;
    edits.catalog().forEach(edit -> titles.put(edit.id(), edit.title()));
  }

  @Override
  public Runnable prepare(Answered answered) {
    PlacedClaim claim = answered.claim();
    List<LineReview> reviewed = answered.review().lines();
    if (reviewed.isEmpty()) {
      return () -> claim.notices().forEach(notice -> problem(answered.file(), notice));
    }
    Advice advised = new Advice();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < reviewed.size(); i++) {
      LineReview asStated = answered.asStated().lines().get(i);
      lines.addAll(lines(claim, reviewed.get(i), asStated, advised));
    }
    if (lines.isEmpty()) {
      return () -> advice.add(advised);
    }
    StringWriter text = new StringWriter();
    PrintWriter to = new PrintWriter(text);
    writeHead(to, answered);
    if (!answered.changes().isEmpty()) {
      print(to, "What if " + String.join(", ", answered.changes()));
    }
    lines.forEach(to::println);
    to.println();
    byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
    return () -> {
      advice.add(advised);
      writeFile(answered.file());
      Utf8Writer.write(out, encoded);
    };
  }

  private List<String> lines(
      PlacedClaim claim, LineReview line, LineReview asStated, Advice advised) {
    if (look.all()) {
      return new LineInFull(titles, look).lines(claim.claim().form(), line, asStated);
    }
    List<DocumentationRequirement> own =
        Documents.isForWrongCode(line) ? List.of() : advised.takeFrom(line);
    return new LineText(look, claim.claim().form(), line, asStated, own).lines();
  }

  private void writeFile(String file) {
    if (!file.equals(this.file)) {
      this.file = file;
      out.println(look.ink().title(file));
      out.println();
    }
  }

  private void writeHead(PrintWriter to, Answered answered) {
    PlacedClaim claim = answered.claim();
    String id = claim.id().isEmpty() ? "without id" : claim.id();
    to.println(look.ink().title("Claim " + id) + printable("  (" + claim.place() + ")"));
    if (look.only() == Look.Only.ANY) {
      print(to, "Payer " + payer(claim.claim().payer(), answered.review()));
      if (!claim.payerNotice().isEmpty()) {
        print(to, "Who the payer is: " + claim.payerNotice());
      }
      writeOtherPayers(to, claim.otherPayers());
    }
    for (Problem notice : claim.notices()) {
      String place = notice.place().equals(claim.place()) ? "" : notice.place() + ": ";
      print(to, "Notice: " + place + notice.reason());
    }
  }

  private void writeOtherPayers(PrintWriter to, List<Payer> payers) {
    if (!payers.isEmpty()) {
      String names = payers.stream().map(Payer::toString).collect(Collectors.joining(", "));
      print(to, "Also names payers " + names + "; reviewed for the one it is addressed to");
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
    Report.tell(err, file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    problem(file, notice);
  }

  @Override
  public void summary(Tally tally) {
    if (look.only() == Look.Only.ANY && !advice.all().isEmpty()) {
      String names = String.join(", ", Documents.names(List.copyOf(advice.all())));
      print(out, "Advised for any payer: " + names + ".");
    }
    if (!look.all() && look.only() == Look.Only.ANY && tally.lines() > 0) {
      print(out, "More: --all, everything with its source; `explain EDIT`, the page of an edit.");
      out.println();
    }
    print(out, tally.inOneLine());
    out.flush();
  }

  /** Wrapped, the lines after the first indented. */
  private void print(PrintWriter to, String text) {
    String indent = "";
    for (String line : Wrap.lines(printable(text), look.width() - 2)) {
      to.println(indent + line);
      indent = "  ";
    }
  }

  /** A claim id or a file name must not steer the terminal. */
  public static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return STEERING.matcher(text).replaceAll("?");
      }
    }
    return text; // As most texts are.
  }

  @Override
  public void close() {
    out.flush();
  }
}
