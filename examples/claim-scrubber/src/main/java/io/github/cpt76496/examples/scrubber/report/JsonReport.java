package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.json.CompactReviews;
import io.github.cpt76496.json.CompactReviews.CompactWriter;
import io.github.cpt76496.json.JsonReviewWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** One JSON object a line for every claim, and for every input that could not be read. */
public final class JsonReport implements Report {

  /** Where a line begins to be held, in bytes. */
  private static final int SHORT_LINE = 1 << 12;

  /** What a claim of many lines needs is not kept for the others, in bytes. */
  private static final int LONG_LINE = 1 << 19;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;

  private final CompactWriter compact;

  /** Takes what no other thread makes. */
  private final JsonReviewWriter lines;

  /** Those whose line has been written, for the next lines: a line is long and is not copied. */
  private final Deque<LineMaker> makers = new ConcurrentLinkedDeque<>();

  public JsonReport(PrintWriter out, PrintWriter err, Look look) {
    this.out = out;
    this.err = err;
    this.look = look;
    this.compact = CompactReviews.writer(out);
    try {
      this.lines = new JsonReviewWriter(look.compact() ? compact : out, look.catalogPage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Runnable prepare(Answered answered) {
    Runnable line = look.compact() ? compactLine(answered) : line(answered);
    return () -> {
      answered.claim().notices().forEach(notice -> Report.tell(err, answered.file(), notice));
      line.run();
    };
  }

  private Runnable compactLine(Answered answered) {
    try {
      CompactReviews.Line line =
          CompactReviews.line(
              answered.file(),
              answered.claim(),
              answered.changes(),
              answered.review(),
              look.catalogPage());
      return () -> write(() -> compact.write(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Runnable line(Answered answered) {
    LineMaker free = makers.poll();
    LineMaker maker = free == null ? new LineMaker() : free;
    maker.make(answered);
    return () -> {
      Utf8Writer.write(out, maker.text);
      if (maker.text.size() < LONG_LINE) {
        makers.push(maker);
      }
    };
  }

  @Override
  public void problem(String file, Problem problem) {
    write(() -> lines.problem(file, problem));
    out.flush();
    Report.tell(err, file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    write(() -> lines.notice(file, notice));
    Report.tell(err, file, notice);
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

  /** Makes a line and holds it until it is written. */
  private final class LineMaker {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(SHORT_LINE);
    private final JsonReviewWriter json;

    LineMaker() {
      try {
        json = new JsonReviewWriter(text, look.catalogPage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void make(Answered answered) {
      text.reset();
      write(
          () ->
              json.review(
                  answered.file(), answered.claim(), answered.changes(), answered.review()));
    }
  }

  /** What is written at once. */
  private interface Line {
    void write() throws IOException;
  }
}
