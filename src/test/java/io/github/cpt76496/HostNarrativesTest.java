package io.github.cpt76496;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.LineReview.CodeApplies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host's own rows read words as, and what is said of rows that cannot be read. */
class HostNarrativesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final String HEADER =
      String.join(
          "\t",
          "concept",
          "name",
          "region",
          "stance",
          "words",
          "without",
          "procedure_codes",
          "choose_by",
          "question",
          "effective_date",
          "end_date",
          "grade",
          "source",
          "source_date",
          "url",
          "last_review_date");

  @TempDir Path folder;

  @Test
  void rowsOfAHostGoBeforeTheLibrarys() throws IOException {
    Cpt76496Edits own = edits(row("LISTED", "SNIFFY & HIP", "76000"));

    assertEquals(
        new NamedService(
            "OWN",
            "a study of our own",
            NamedService.Stance.LISTED,
            NamedService.Field.LINE_NOTE,
            List.of("76000"),
            "",
            "Was it ours?",
            "own.tsv:2",
            new Citation("Our handbook", "", Citation.Grade.S, "2026", LocalDate.of(2026, 11, 29))),
        own.read("", "hip, sniffy", "", DAY).orElseThrow());
    LineReview line = review(own, "HIP ARTHROGRAM, SNIFFY");
    assertEquals(CodeApplies.NO, line.codeApplies());
    assertEquals(List.of("76000"), line.candidateCodes());
    assertEquals(
        "the description of the line names a study of our own, a study with listed codes; if that"
            + " was done, one of them is reported, not 76496; ask: Was it ours?",
        line.findings().get(0).message());
    assertEquals("own.tsv:2", line.findings().get(0).row());

    assertEquals("HIP_ARTHROGRAM", own.read("HIP ARTHROGRAM", "", "", DAY).orElseThrow().concept());
  }

  @Test
  void aWordThatOnlyAHostKnowsIsNotReadWithoutItsRow() {
    Cpt76496Edits library = Cpt76496Edits.loader().engine(Engine.COMPILED).load();
    assertEquals(Optional.empty(), library.read("sniffy", "", "", DAY));
  }

  @Test
  void whatCannotBeReadIsToldWhenItIsAdded() throws IOException {
    refused(
        row("MAYBE", "SNIFFY", "76000"),
        "narratives: own.tsv:2: stance is one of [LISTED, INCLUDED, ASK, OPEN, NOT_DONE]");
    Path nowhere = folder.resolve("nowhere.tsv");
    assertEquals(
        "narratives: nowhere.tsv: cannot be read",
        assertThrows(
                IllegalArgumentException.class, () -> Cpt76496Edits.loader().narratives(nowhere))
            .getMessage());
  }

  @Test
  void whatIsMissingIsNamed() {
    Cpt76496Edits library = Cpt76496Edits.loader().engine(Engine.COMPILED).load();
    assertEquals(
        "lineNote: missing",
        assertThrows(IllegalArgumentException.class, () -> library.read("", null, "", DAY))
            .getMessage());
  }

  private void refused(String row, String message) throws IOException {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> edits(row)).getMessage());
  }

  private Cpt76496Edits edits(String row) throws IOException {
    Path file = folder.resolve("own.tsv");
    Files.writeString(file, HEADER + "\n" + row + "\n", UTF_8);
    return Cpt76496Edits.loader().engine(Engine.COMPILED).narratives(file).load();
  }

  private static String row(String stance, String words, String codes) {
    return String.join(
        "\t",
        "OWN",
        "a study of our own",
        "",
        stance,
        words,
        "",
        codes,
        "",
        "Was it ours?",
        "2020-01-01",
        "",
        "S",
        "Our handbook",
        "2026",
        "",
        "2026-11-29");
  }

  private static LineReview review(Cpt76496Edits edits, String description) {
    ServiceLine line = ServiceLine.builder(1, "76496", DAY).description(description).build();
    return edits
        .review(Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN).lines(line).build())
        .lines()
        .get(0);
  }
}
