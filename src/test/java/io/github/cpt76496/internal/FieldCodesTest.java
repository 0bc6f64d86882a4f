package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Sending;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.DocumentationRequirement.When;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.Payer;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every edit says what to change, and every document by which codes it goes. */
class FieldCodesTest {

  private static final List<CatalogEntry> ENTRIES =
      Catalog.load(List.of(), HostTables.NONE).entries();

  /** Which numbers somebody read, and where: a second statement, so that none is invented. */
  private static final Path READ = Path.of("src/test/resources/field-codes-read.tsv");

  private static final Pattern X12 =
      Pattern.compile("2[34][0-9]{2} [A-Z0-9]{2,3}([0-9]{2}(-[1-8])?)?");
  private static final Pattern FHIR = Pattern.compile("Claim(\\.[a-z][A-Za-z]+)+");
  private static final Pattern STATUS = Pattern.compile("[A-Z][0-9]:[0-9]{1,3}");
  private static final Pattern CARC = Pattern.compile("[0-9]{1,3}");
  private static final Pattern RARC = Pattern.compile("(M|MA|N)[0-9]{1,3}");
  private static final Pattern LOINC = Pattern.compile("[0-9]{4,6}-[0-9]");

  private static List<Tsv.Row> rows(String file) {
    return Tsv.read(file.replace("reference/", ""));
  }

  @Test
  void everyEditHasItsElementAndItsCodes() {
    List<String> faults = new ArrayList<>();
    for (CatalogEntry entry : ENTRIES) {
      Edit edit = entry.edit();
      Remedy remedy = edit.remedy();
      if (remedy.equals(Remedy.NOT_STATED)) {
        faults.add(edit.id() + ": no row in edit-codes.tsv");
        continue;
      }
      boolean changes = !remedy.json().isEmpty() || !remedy.fhir().isEmpty();
      boolean answered = !edit.carc().isEmpty() || !edit.rarc().isEmpty();
      if (!(changes && answered) && remedy.whyNone().isEmpty() && entry.requirement().isEmpty()) {
        faults.add(edit.id() + ": neither element and code nor why not");
      }
      if (remedy.claimStatus().isEmpty()) {
        faults.add(edit.id() + ": no claim status");
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(ENTRIES.size() > 200, "looked at " + ENTRIES.size());
  }

  @Test
  void everyRowNamesAnEditThatStatesNoRequirement() {
    Set<String> named = new TreeSet<>();
    rows(FieldCodes.EDITS).forEach(row -> named.add(row.get("edit")));
    Set<String> known =
        ENTRIES.stream()
            .filter(entry -> entry.requirement().isEmpty())
            .map(entry -> entry.edit().id())
            .collect(Collectors.toSet());
    named.removeAll(known);
    assertEquals(Set.of(), named);
  }

  @Test
  void rowsStandInTheOrderOfTheCatalog() {
    List<String> ids = ENTRIES.stream().map(entry -> entry.edit().id()).toList();
    List<Integer> places =
        rows(FieldCodes.EDITS).stream().map(row -> ids.indexOf(row.get("edit"))).toList();
    assertEquals(places.stream().sorted().toList(), places);
  }

  @Test
  void everyDocumentChannelAndAnswerHasARow() {
    assertEquals(
        Arrays.stream(DocumentationItem.values()).map(Enum::name).toList(),
        rows(FieldCodes.DOCUMENTS).stream().map(row -> row.get("item")).toList());
    assertEquals(
        Arrays.stream(Channel.values()).map(Enum::name).toList(),
        rows(FieldCodes.CHANNELS).stream().map(row -> row.get("channel")).toList());
    assertEquals(
        Arrays.stream(FieldCodes.Kind.values()).map(Enum::name).toList(),
        rows(FieldCodes.STATUS).stream().map(row -> row.get("kind")).toList());
  }

  /** A document that no number names says why; one that has all says nothing. */
  @Test
  void everyDocumentHasItsCodesOrSaysWhyNot() {
    for (Tsv.Row row : rows(FieldCodes.DOCUMENTS)) {
      boolean complete = true;
      for (String column : List.of("report_type", "loinc", "claim_status")) {
        complete &= !row.get(column).isEmpty();
      }
      complete &= !row.get("carc").isEmpty() || !row.get("rarc").isEmpty();
      assertEquals(complete, row.get("why_none").isEmpty(), row.place());
    }
  }

  @Test
  void elementsAreOfAKnownForm() {
    Set<String> json = membersOfOurForm();
    for (String file : List.of(FieldCodes.EDITS, FieldCodes.DOCUMENTS, FieldCodes.CHANNELS)) {
      for (Tsv.Row row : rows(file)) {
        requireForm(row, "x12_professional", X12);
        requireForm(row, "x12_institutional", X12);
        requireForm(row, "fhir", FHIR);
        for (String member : row.list("json")) {
          assertTrue(json.contains(member), () -> row.place() + ": json " + member);
        }
      }
    }
  }

  private static void requireForm(Tsv.Row row, String column, Pattern form) {
    List<String> elements = row.list(column);
    assertEquals(elements.size(), new HashSet<>(elements).size(), () -> row.place() + column);
    for (String element : elements) {
      assertTrue(
          form.matcher(element).matches(), () -> row.place() + ": " + column + " " + element);
    }
  }

  /** The JSON form has the names of the records. */
  private static Set<String> membersOfOurForm() {
    Set<String> members = new TreeSet<>();
    add(members, "", Claim.class);
    add(members, "lines[].", ServiceLine.class);
    add(members, "lines[].record.", RecordFacts.class);
    return members;
  }

  private static void add(Set<String> members, String prefix, Class<? extends Record> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      members.add(prefix + component.getName());
    }
  }

  /** Each number is on the list of those that were read, and each of those is used. */
  @Test
  void everyNumberWasRead() throws IOException {
    Set<String> used = new TreeSet<>();
    for (CatalogEntry entry : ENTRIES) {
      add(used, "CARC", entry.edit().carc(), CARC);
      add(used, "RARC", entry.edit().rarc(), RARC);
      for (Severity severity : Severity.values()) {
        List<String> status = entry.remedies().of(severity).claimStatus();
        assertTrue(status.stream().allMatch(s -> STATUS.matcher(s).matches()), entry.edit().id());
        status.forEach(s -> used.add("CATEGORY " + s.substring(0, s.indexOf(':'))));
        status.forEach(s -> used.add("STATUS " + s.substring(s.indexOf(':') + 1)));
      }
    }
    for (Tsv.Row row : rows(FieldCodes.DOCUMENTS)) {
      add(used, "LOINC", row.list("loinc"), LOINC);
      add(used, "PWK01", row.list("report_type"), Pattern.compile("[A-Z0-9]{2}"));
      add(used, "CARC", row.list("carc"), CARC);
      add(used, "RARC", row.list("rarc"), RARC);
      row.list("claim_status").forEach(code -> used.add("STATUS " + code));
    }
    for (Tsv.Row row : rows(FieldCodes.CHANNELS)) {
      add(used, "PWK02", row.list("transmission"), Pattern.compile("[A-Z]{2}"));
    }
    Set<String> read = new TreeSet<>();
    Set<String> sources =
        rows(Sources.FILE).stream().map(row -> row.get("id")).collect(Collectors.toSet());
    for (Tsv.Row row : Tsv.rows(READ.toString(), Files.readAllLines(READ))) {
      assertTrue(sources.contains(row.required("source")), row.place());
      assertTrue(read.add(row.required("list") + " " + row.required("code")), row.place());
    }
    assertEquals(read, used);
  }

  private static void add(Set<String> used, String list, List<String> codes, Pattern form) {
    for (String code : codes) {
      assertTrue(form.matcher(code).matches(), () -> list + " " + code);
      used.add(list + " " + code);
    }
  }

  /** R1 asks for information: only a document may carry it that is required with the claim. */
  @Test
  void onlyADocumentThatIsRequiredWithTheClaimIsAskedFor() {
    Set<String> asked = new TreeSet<>();
    Set<String> expected = new TreeSet<>();
    for (CatalogEntry entry : ENTRIES) {
      for (Severity severity : Severity.values()) {
        if (entry.remedies().of(severity).claimStatus().contains("R1:294")) {
          asked.add(entry.edit().id() + " " + severity);
        }
      }
      if (entry.requirement().isPresent()) {
        Requirement requirement = entry.requirement().get();
        boolean isOnClaim =
            EnumSet.of(
                    DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION,
                    DocumentationItem.PRIOR_AUTHORIZATION,
                    DocumentationItem.COMPONENT_MODIFIER,
                    DocumentationItem.SINGLE_UNIT)
                .contains(requirement.item());
        When when = requirement.in(State.MISSING).requirement().sending().when();
        if (requirement.level() == Level.REQUIRED && !isOnClaim && when == When.WITH_CLAIM) {
          expected.add(entry.edit().id() + " ERROR");
          expected.add(entry.edit().id() + " WARNING");
        }
      }
    }
    assertEquals(expected, asked);
    assertFalse(asked.isEmpty());
  }

  // ---- Whole answers

  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

  private static Claim claim(Payer payer) {
    return Claim.builder(Claim.Form.PROFESSIONAL, payer)
        .lines(ServiceLine.builder(1, "76496", DATE).placeOfService("31").build())
        .build();
  }

  private static Finding finding(Cpt76496Edits edits, Claim claim, String edit) {
    return edits.review(claim).lines().get(0).findings().stream()
        .filter(finding -> finding.edit().equals(edit))
        .findFirst()
        .orElseThrow();
  }

  private static Remedy without(Remedy remedy) {
    return new Remedy(
        remedy.x12Professional(),
        remedy.x12Institutional(),
        remedy.fhir(),
        remedy.json(),
        remedy.claimStatus(),
        Remedy.NOT_STATED.citation(),
        remedy.whyNone());
  }

  private static Remedy remedy(
      String professional,
      String institutional,
      String fhir,
      String json,
      String status,
      String whyNone) {
    return new Remedy(
        PageHeader.list(professional),
        PageHeader.list(institutional),
        PageHeader.list(fhir),
        PageHeader.list(json),
        PageHeader.list(status),
        Remedy.NOT_STATED.citation(),
        whyNone);
  }

  @Test
  void modifierIsChangedInItsElement() {
    Finding missing =
        finding(
            Cpt76496Edits.load(),
            claim(Payer.of(Payer.Family.MEDICARE)),
            "modifier/26-missing-in-facility");
    assertEquals(List.of("4"), missing.carc());
    assertEquals(List.of(), missing.rarc());
    assertEquals(
        remedy(
            "2400 SV101-3, 2400 SV105",
            "",
            "Claim.item.modifier, Claim.item.location",
            "lines[].modifiers, lines[].placeOfService",
            "A3:21, A3:453",
            ""),
        without(missing.remedy()));
    assertEquals(
        "First Coast Service Options, tips to prevent reason code CO4",
        missing.remedy().citation().source());
  }

  /** What a host makes information is no longer returned. */
  @Test
  void aHostsSeverityDecidesTheAnswer() {
    String edit = "modifier/26-missing-in-facility";
    Cpt76496Edits edits =
        Cpt76496Edits.loader()
            .override(
                new EditOverride(
                    edit, EditOverride.ANY_PAYER, EditOverride.Action.INFO, "billed elsewhere"))
            .load();
    assertEquals(
        List.of("A1:19", "A1:453"),
        finding(edits, claim(Payer.of(Payer.Family.MEDICARE)), edit).remedy().claimStatus());
  }

  /** CGS reads the description in a note, so the note is to be changed and not the line. */
  @Test
  void theChannelsOfThePayerTellTheElement() {
    Finding missing =
        finding(
            Cpt76496Edits.load(),
            claim(Payer.of(Payer.Family.MEDICARE, "CGS")),
            "documentation/medicare/cgs#CLAIM_NARRATIVE_DESCRIPTION");
    assertEquals(List.of("16"), missing.carc());
    assertEquals(List.of("N350"), missing.rarc());
    assertEquals(
        remedy(
            "2400 NTE02, 2300 NTE02",
            "2400 NTE02, 2300 NTE02",
            "Claim.supportingInfo",
            "lines[].note, note",
            "A7:21, A7:306",
            "it stands on the claim, so it is no attachment"),
        without(missing.remedy()));
  }

  @Test
  void aDocumentThatIsRequiredAndMissingIsAskedFor() {
    Claim claim = claim(Payer.of(Payer.Family.BCBS, "NEBRASKA"));
    String edit = "documentation/bcbs/nebraska#CLINICAL_RECORDS";
    Finding missing = finding(Cpt76496Edits.load(), claim, edit);
    assertEquals(
        remedy(
            "2300 PWK, 2400 PWK",
            "2300 PWK, 2400 PWK",
            "Claim.supportingInfo",
            "attachments",
            "R1:294, R1:297",
            ""),
        without(missing.remedy()));
    Sending sending =
        Cpt76496Edits.load().review(claim).lines().get(0).documentation().stream()
            .filter(requirement -> requirement.edit().equals(edit))
            .findFirst()
            .orElseThrow()
            .sending();
    assertEquals(
        new Sending(When.WITH_CLAIM, "M1", List.of("BM", "FX", "EL"), List.of("11503-0"), ""),
        sending);
  }

  /** When each level lets a document go. */
  @Test
  void theLevelTellsWhenADocumentGoes() {
    FieldCodes codes = FieldCodes.load(Jar.OWN);
    DocumentationItem records = DocumentationItem.CLINICAL_RECORDS;
    List<Channel> pwk = List.of(Channel.ATTACH_PWK);
    Map<Level, When> expected =
        Map.of(
            Level.REQUIRED, When.WITH_CLAIM,
            Level.REQUIRED_IF, When.WITH_CLAIM,
            Level.RECOMMENDED, When.WITH_CLAIM,
            Level.ON_REQUEST, When.ON_REQUEST,
            Level.DO_NOT_SEND, When.IN_RECORD,
            Level.NOT_STATED, When.NOT_STATED);
    for (Level level : Level.values()) {
      assertEquals(expected.get(level), codes.sending(records, level, pwk).when(), level.name());
    }
    assertEquals(
        When.NOT_STATED, codes.sending(records, Level.REQUIRED, List.of()).when(), "no channel");
    assertEquals(
        When.IN_RECORD,
        codes.sending(records, Level.REQUIRED, List.of(Channel.KEEP_IN_RECORD)).when());
    assertEquals(
        When.WITH_APPEAL,
        codes.sending(DocumentationItem.APPEAL_PACKET, Level.RECOMMENDED, List.of()).when());
  }

  @Test
  void theFormChoosesTheElement() {
    Remedy remedy = remedy("2400 SV101-3", "2400 SV202-3, 2400 SV201", "", "", "", "");
    assertEquals(List.of("2400 SV101-3"), remedy.x12(Claim.Form.PROFESSIONAL));
    assertEquals(List.of("2400 SV202-3", "2400 SV201"), remedy.x12(Claim.Form.INSTITUTIONAL));
    assertEquals(
        List.of("2400 SV101-3", "2400 SV202-3", "2400 SV201"), remedy.x12(Claim.Form.NOT_STATED));
  }
}
