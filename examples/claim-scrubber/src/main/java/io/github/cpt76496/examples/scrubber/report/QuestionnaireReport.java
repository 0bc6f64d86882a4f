package io.github.cpt76496.examples.scrubber.report;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.fhir.LineQuestions;
import io.github.cpt76496.json.ClaimJson;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;

/**
 * A FHIR R4 Questionnaire a line for each claim line that is open, or with everything asked for,
 * for each line billed with 76496.
 *
 * <p>Its address is a digest of the claim, by which {@code --answers} finds the line again: it says
 * nothing of the claim to whoever does not have it. A person finds the claim by the file and the
 * place in it, which are identifiers here.
 */
public final class QuestionnaireReport implements Report {

  private static final String OURS = "urn:cpt76496:";

  private final LineQuestions questions;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;

  public QuestionnaireReport(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
    this.questions = LineQuestions.of(edits);
    this.out = out;
    this.err = err;
    this.look = look;
  }

  /**
   * Where the questions about a line are answered to.
   *
   * @param whole whether it is asked about the whole record
   */
  public static String address(PlacedClaim claim, int line, boolean whole) {
    String text = (whole ? "record " : "open ") + line + " " + json(claim);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return OURS + "questionnaire:" + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String json(PlacedClaim claim) {
    return ClaimJson.write(claim.id(), claim.claim());
  }

  @Override
  public Runnable prepare(Answered answered) {
    PlacedClaim claim = answered.claim();
    IParser json = FhirContext.forR4Cached().newJsonParser().setPrettyPrint(false);
    List<String> asked = new ArrayList<>();
    for (LineReview line : answered.review().lines()) {
      asked(claim, line)
          .map(form -> identified(form, answered, line.number()))
          .ifPresent(form -> asked.add(json.encodeResourceToString(form)));
    }
    return () -> {
      claim.notices().forEach(notice -> tell(answered.file(), notice));
      asked.forEach(out::println);
    };
  }

  private Optional<Questionnaire> asked(PlacedClaim claim, LineReview line) {
    if (look.all()) {
      return Optional.of(questions.record(line.number()));
    }
    return line.factsNeeded().isEmpty()
        ? Optional.empty()
        : questions.open(claim.claim(), line.number());
  }

  private Questionnaire identified(Questionnaire asked, Answered answered, int line) {
    PlacedClaim claim = answered.claim();
    asked.setUrl(address(claim, line, look.all()));
    identify(asked, "file", answered.file());
    identify(asked, "place", claim.place());
    if (look.showClaimIds()) {
      identify(asked, "claim-id", claim.id());
    }
    // The name alone: a Questionnaire holds nothing of a claim or a record.
    for (String change : answered.changes()) {
      asked.addExtension(
          OURS + "what-if", new StringType(change.replaceFirst("=.*?(?=\\(|$)", " ").strip()));
    }
    return asked;
  }

  private static void identify(Questionnaire asked, String system, String value) {
    if (!value.isBlank()) {
      asked.addIdentifier().setSystem(OURS + system).setValue(value);
    }
  }

  @Override
  public void problem(String file, Problem problem) {
    tell(file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
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
    out.flush();
  }
}
