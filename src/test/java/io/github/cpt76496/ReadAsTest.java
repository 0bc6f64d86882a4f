package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.NamedService.Field;
import io.github.cpt76496.NamedService.Stance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A review names what it took the words of a line for, and asks their question first. */
class ReadAsTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static LineReview review(String description, String note, String claimNote) {
    return review(
        claimNote,
        ServiceLine.builder(1, "76496", DAY).description(description).note(note).build());
  }

  private static LineReview review(String claimNote, ServiceLine line) {
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN).note(claimNote).lines(line).build();
    return EDITS.review(claim).lines().get(0);
  }

  private static String read(LineReview line) {
    return line.readAs().stream()
        .map(service -> service.concept() + " " + service.stance() + " " + service.field())
        .reduce("", (a, b) -> a + b);
  }

  @Test
  void whatTheWordsLeaveOpenIsAskedFirst() {
    LineReview line = review("Venogram of the gonadal vein", "", "");
    assertEquals(CodeApplies.UNDETERMINED, line.codeApplies());
    assertEquals(
        List.of(Fact.DESCRIPTION, Fact.PROCEDURE, Fact.PURPOSE, Fact.NO_SPECIFIC_CODE),
        line.factsNeeded().subList(0, 4));
    assertEquals(line.readAs().get(0).question(), line.question());
    assertEquals(
        "Was a renal vein or the vena cava shown selectively as well? No listed code names the"
            + " gonadal vein; where none fits, a payer will want a comparison code and the report.",
        line.question());
  }

  @ParameterizedTest
  @CsvSource({
    "HIP ARTHROGRAM LT, '', '', HIP_ARTHROGRAM LISTED DESCRIPTION, ''",
    "'', HIP ARTHROGRAM LT, '', HIP_ARTHROGRAM LISTED LINE_NOTE, ''",
    "'', '', HIP ARTHROGRAM LT, HIP_ARTHROGRAM ASK CLAIM_NOTE, DESCRIPTION",
    "unlisted fluoro, '', '', UNLISTED_FLUOROSCOPY OPEN DESCRIPTION, DESCRIPTION",
    "biliary drain exchange, '', '', BILIARY_DRAIN_EXCHANGED INCLUDED DESCRIPTION, DESCRIPTION",
    "'Hip arthrogram, cancelled', '', '', HIP_ARTHROGRAM ASK DESCRIPTION, DESCRIPTION",
    "Hip arthrogram possible, '', '', HIP_ARTHROGRAM ASK DESCRIPTION, DESCRIPTION",
    "VCUG kit, '', '', VOIDING_CYSTOGRAM ASK DESCRIPTION, DESCRIPTION",
    "something else, '', '', '', ''",
    "'', '', '', '', ''"
  })
  void theConceptAndItsFieldAreNamed(
      String description, String note, String claimNote, String read, String firstAsked) {
    LineReview line = review(description, note, claimNote);
    assertEquals(read == null ? "" : read, read(line));
    boolean asks = line.factsNeeded().contains(Fact.DESCRIPTION);
    assertEquals(firstAsked != null && !firstAsked.isEmpty(), asks);
    assertEquals(!asks, line.question().isEmpty());
    assertEquals(
        !asks, line.factsNeeded().isEmpty() || line.factsNeeded().get(0) != Fact.DESCRIPTION);
  }

  @ParameterizedTest
  @CsvSource({
    "'Hip arthrogram, cancelled', ' and says that it was not done'",
    "Hip arthrogram possible, ', though not for certain as what was done'",
    "Hip arthrogram kit, ', or rather what is used for it'"
  })
  void aMessageSaysWhatTheTextSaysAgainstIt(String description, String doubt) {
    LineReview line = review(description, "", "");
    assertEquals(CodeApplies.UNDETERMINED, line.codeApplies());
    assertEquals(List.of("73525", "27093", "27095"), line.candidateCodes());
    assertEquals(
        "the description of the line names "
            + line.readAs().get(0).name()
            + doubt
            + "; this does not establish whether a listed code describes the service; which code fits"
            + " depends on: interpretation, or injection; ask: "
            + line.question(),
        line.findings().get(0).message());
  }

  @Test
  void plainXRayIsReadAsAnXRay() {
    LineReview line =
        review(
            "",
            ServiceLine.builder(1, "76496", DAY)
                .description("C-arm stills of wrist")
                .record(RecordFacts.builder().imaging(RecordFacts.Imaging.RADIOGRAPHY).build())
                .build());
    assertEquals("X_RAY_WRIST LISTED DESCRIPTION", read(line));
    assertEquals(List.of("73110", "73100"), line.candidateCodes());
  }

  @Test
  void aReviewHasTheLastDayOfItsLine() {
    ServiceLine line = ServiceLine.builder(1, "76496", DAY).through(DAY.plusDays(2)).build();
    assertEquals(DAY.plusDays(2), review("", line).dateOfServiceEnd());
    assertEquals(DAY, review("", "", "").dateOfServiceEnd());
  }

  @Test
  void aStanceIsWhatFollowsAndNotTheRows() {
    NamedService named = EDITS.read("", "", "HIP ARTHROGRAM", DAY).orElseThrow();
    assertEquals(Stance.ASK, named.stance());
    assertEquals(Field.CLAIM_NOTE, named.field());
  }
}
