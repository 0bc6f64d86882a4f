package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Payer.Family;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a payer wants, asked without a claim. */
class DocumentsOfPayerTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.loader().engine(Engine.COMPILED).load();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void whatNebraskaRequires() {
    assertEquals(
        List.of(
            "documentation/bcbs/nebraska#CLAIM_NARRATIVE_DESCRIPTION",
            "documentation/bcbs/nebraska#CLINICAL_RECORDS"),
        EDITS.documents(Payer.of(Family.BCBS, "NEBRASKA"), Form.PROFESSIONAL, DAY).stream()
            .filter(d -> d.level() == Level.REQUIRED)
            .map(DocumentationRequirement::edit)
            .toList());
  }

  @Test
  void beforeTheFirstDayItIsNotRequired() {
    assertTrue(
        EDITS
            .documents(
                Payer.of(Family.BCBS, "NEBRASKA"), Form.PROFESSIONAL, LocalDate.of(1999, 1, 1))
            .stream()
            .noneMatch(d -> d.level() == Level.REQUIRED));
  }

  /** Of every payer something is known, in an order without doubt, and each one is answered. */
  @Test
  void everyPayerThatIsListedHasAStatementOfItsOwn() {
    List<Payer> payers = EDITS.payers();
    assertTrue(payers.size() > 20, "looked at nothing");
    assertEquals(
        List.copyOf(new TreeSet<>(payers.stream().map(Payer::toString).toList())),
        payers.stream().map(Payer::toString).toList());
    assertThrows(UnsupportedOperationException.class, payers::clear);
    Set<String> silent = new TreeSet<>();
    for (Payer payer : payers) {
      boolean speaks = false;
      for (Form form : Form.values()) {
        for (Payer.LineOfBusiness program : Payer.LineOfBusiness.values()) {
          List<DocumentationRequirement> documents =
              EDITS.documents(new Payer(payer.family(), payer.plan(), program), form, DAY);
          assertTrue(documents.stream().allMatch(d -> d.state() == State.UNKNOWN));
          speaks |= documents.stream().anyMatch(d -> d.payer().equals(payer.toString()));
        }
      }
      if (!speaks) {
        silent.add(payer.toString());
      }
    }
    assertEquals(Set.of(), silent);
  }

  @Test
  void anUnknownPayerIsGivenAdviceForAnyPayer() {
    List<DocumentationRequirement> documents = EDITS.documents(Payer.UNKNOWN, Form.NOT_STATED, DAY);
    assertFalse(documents.isEmpty());
    assertTrue(documents.stream().allMatch(d -> d.payer().equals("ANY")));
  }

  @Test
  void partsAreNeverNull() {
    assertEquals(
        "payer: missing",
        assertThrows(
                IllegalArgumentException.class, () -> EDITS.documents(null, Form.NOT_STATED, DAY))
            .getMessage());
    assertEquals(
        "form: missing",
        assertThrows(
                IllegalArgumentException.class, () -> EDITS.documents(Payer.UNKNOWN, null, DAY))
            .getMessage());
    assertEquals(
        "dateOfService: missing",
        assertThrows(
                IllegalArgumentException.class,
                () -> EDITS.documents(Payer.UNKNOWN, Form.NOT_STATED, null))
            .getMessage());
  }
}
