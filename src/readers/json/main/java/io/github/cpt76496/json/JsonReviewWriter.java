package io.github.cpt76496.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReviewedClaim;
import io.github.cpt76496.json.ReviewJson.Shared;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;

/**
 * Writes JSON lines: one object for every claim that was reviewed, and for every input that could
 * not be read. {@code answer.schema.json} beside this class describes them. Hosts route on the
 * names, so they are part of the contract; names may be added.
 *
 * <p>No tree is built. Not safe for use by several threads.
 */
public final class JsonReviewWriter implements Closeable, Flushable {

  private final JsonGenerator json;
  private final ReviewJson parts;

  /**
   * A writer of lines.
   *
   * @param out takes the lines; it is flushed after each and stays open
   * @throws IOException if writing fails
   */
  public JsonReviewWriter(Writer out) throws IOException {
    this(out, "");
  }

  /**
   * A writer of lines, in which each finding leads to its edit.
   *
   * @param out takes the lines; it is flushed after each and stays open
   * @param catalogUrl where the page of all edits is published, or empty
   * @throws IOException if writing fails
   */
  public JsonReviewWriter(Writer out, String catalogUrl) throws IOException {
    this(ClaimJson.FACTORY.createGenerator(out), catalogUrl, Shared.COPIED);
  }

  /**
   * A writer of lines in UTF-8, which is the fastest; each finding leads to its edit.
   *
   * @param out takes the lines; it is flushed after each and stays open
   * @param catalogUrl where the page of all edits is published, or empty
   * @throws IOException if writing fails
   */
  public JsonReviewWriter(OutputStream out, String catalogUrl) throws IOException {
    this(ClaimJson.FACTORY.createGenerator(out), catalogUrl, Shared.COPIED);
  }

  JsonReviewWriter(JsonGenerator json, String catalogUrl, Shared shared) {
    this.json = json;
    json.setRootValueSeparator(null);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.parts = new ReviewJson(json, catalogUrl, shared);
  }

  /**
   * Writes the answers for a claim.
   *
   * @param file the name of the input
   * @throws IOException if writing fails
   */
  public void review(String file, PlacedClaim claim, ClaimReview review) throws IOException {
    review(file, claim, List.of(), review);
  }

  /**
   * Writes the answers for a claim that was changed, to see what would change with it.
   *
   * @param file the name of the input
   * @param claim the changed claim
   * @param whatIf what was changed, each {@code name=value}; empty for an unchanged claim
   * @throws IOException if writing fails
   */
  public void review(String file, PlacedClaim claim, List<String> whatIf, ClaimReview review)
      throws IOException {
    json.writeStartObject();
    parts.fields(new ReviewedClaim(claim, review), whatIf);
    json.writeStringField("file", file);
    parts.text("place", claim.place());
    endLine();
  }

  /**
   * Writes that something could not be read.
   *
   * @param file the name of the input
   * @throws IOException if writing fails
   */
  public void problem(String file, Problem problem) throws IOException {
    write("NOT_EVALUATED", file, problem);
  }

  /**
   * Writes a notice that belongs to no reviewed claim.
   *
   * @param file the name of the input
   * @throws IOException if writing fails
   */
  public void notice(String file, Problem notice) throws IOException {
    write("NOTICE", file, notice);
  }

  private void write(String status, String file, Problem problem) throws IOException {
    json.writeStartObject();
    parts.text("claimId", problem.claimId());
    json.writeStringField("status", status);
    json.writeStringField("reason", problem.reason());
    json.writeStringField("file", file);
    parts.text("place", problem.place());
    endLine();
  }

  private void endLine() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  @Override
  public void flush() throws IOException {
    json.flush();
  }

  /** Writes what is buffered; the underlying writer stays open. */
  @Override
  public void close() throws IOException {
    json.close();
  }
}
