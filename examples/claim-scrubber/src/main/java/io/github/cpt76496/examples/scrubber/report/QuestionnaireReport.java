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
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;

/**
 * A FHIR R4 Questionnaire a line for each claim line that is open, or with everything asked for,
 * for each line billed with 76496.
 *
 * <p>Its address is a digest of the claim and of where it stands, by which {@code --answers} finds
 * the line again. It names nobody, but it is no secret: a claim holds few values, and whoever
 * guesses all of them can see by the address that the guess is right. A person finds the claim by
 * the file and the place in it, which are identifiers here.
 */
public final class QuestionnaireReport implements Report {

  private static final String OURS = "urn:cpt76496:";

  /** Hexadecimal digits of an address: enough that no two claims share one by chance. */
  private static final int SHOWN = 32;

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
   * Where the questions about the lines of one claim are answered to. File and place are part of
   * it, because two claims of a run may be alike in all that is read of them. The claim is digested
   * once, and not again for each of its lines.
   */
  public static final class Addresses {

    private final String claim;

    /**
     * Of a claim.
     *
     * @param file the name of the input, as the user gave it
     */
    public Addresses(String file, PlacedClaim claim) {
      this.claim =
          digest(
              digest(file)
                  + digest(claim.place())
                  + digest(ClaimJson.write(claim.id(), claim.claim())));
    }

    /**
     * Where the questions about a line are answered to.
     *
     * @param whole whether it is asked about the whole record
     */
    public String of(int line, boolean whole) {
      String text = (whole ? "record " : "open ") + line + " " + claim;
      return OURS + "questionnaire:" + digest(text).substring(0, SHOWN);
    }

    private static String digest(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        // In letters alone: digits in a row could pass for a date, a code or an identifier.
        StringBuilder letters = new StringBuilder(2 * digest.length);
        for (byte b : digest) {
          letters.append((char) ('a' + (b >> 4 & 15))).append((char) ('a' + (b & 15)));
        }
        return letters.toString();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  @Override
  public Runnable prepare(Answered answered) {
    PlacedClaim claim = answered.claim();
    IParser json = FhirContext.forR4Cached().newJsonParser().setPrettyPrint(false);
    Addresses addresses = new Addresses(answered.file(), claim);
    List<String> asked = new ArrayList<>();
    for (LineReview line : answered.review().lines()) {
      asked(claim, line)
          .map(form -> identified(form, answered).setUrl(addresses.of(line.number(), look.all())))
          .ifPresent(form -> asked.add(json.encodeResourceToString(form)));
    }
    return () -> {
      claim.notices().forEach(notice -> Report.tell(err, answered.file(), notice));
      asked.forEach(out::println);
    };
  }

  private Optional<Questionnaire> asked(PlacedClaim claim, LineReview line) {
    if (look.all()) {
      return Optional.of(questions.record(line.number()));
    }
    return line.factsNeeded().isEmpty() ? Optional.empty() : questions.open(claim.claim(), line);
  }

  private Questionnaire identified(Questionnaire asked, Answered answered) {
    PlacedClaim claim = answered.claim();
    identify(asked, "file", answered.file());
    identify(asked, "place", claim.place());
    if (look.showClaimIds()) {
      identify(asked, "claim-id", claim.id());
    }
    for (String name : answered.changedNames()) {
      asked.addExtension(OURS + "what-if", new StringType(name));
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
    Report.tell(err, file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    Report.tell(err, file, notice);
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
