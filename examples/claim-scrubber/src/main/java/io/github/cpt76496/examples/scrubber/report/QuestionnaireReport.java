package io.github.cpt76496.examples.scrubber.report;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import io.github.cpt76496.ClaimReview;
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
  private final IParser json = FhirContext.forR4Cached().newJsonParser().setPrettyPrint(false);

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
    for (LineReview line : review.lines()) {
      Optional<Questionnaire> form =
          look.all()
              ? Optional.of(questions.record(line.number()))
              : line.wouldSettle().isEmpty()
                  ? Optional.empty()
                  : questions.open(claim.claim(), line.number());
      form.ifPresent(asked -> write(file, claim, changes, line.number(), asked));
    }
  }

  private void write(
      String file, PlacedClaim claim, List<String> changes, int line, Questionnaire asked) {
    asked.setUrl(address(claim, line, look.all()));
    identify(asked, "file", file);
    identify(asked, "place", claim.place());
    if (look.showClaimIds()) {
      identify(asked, "claim-id", claim.id());
    }
    // The name alone: a Questionnaire holds nothing of a claim or a record.
    changes.forEach(
        change ->
            asked.addExtension(
                OURS + "what-if",
                new StringType(change.replaceFirst("=.*?(?=\\(|$)", " ").strip())));
    out.println(json.encodeResourceToString(asked));
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
