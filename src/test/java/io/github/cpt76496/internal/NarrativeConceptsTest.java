package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Citation;
import io.github.cpt76496.NamedService.Field;
import io.github.cpt76496.NamedService.Stance;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a line are read as the cases beside the table of concepts say. */
class NarrativeConceptsTest {

  static final LocalDate DAY = NarrativeCases.DAY;

  private static final String COLUMNS =
      String.join(
          "\t",
          List.of(
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
              "last_review_date"));

  static final NarrativeLexicon LEXICON =
      NarrativeLexicon.load(Tsv::read, NarrativeCases::citation);

  private static List<NarrativeCases> cases() {
    return NarrativeCases.of(NarrativeLexicon.CONCEPTS);
  }

  private static String key(String text) {
    return key(text, DAY);
  }

  private static String key(String text, LocalDate date) {
    return LEXICON.read(text, "", "", date).map(r -> r.concept().key()).orElse("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {NarrativeLexicon.CONCEPTS, NarrativeLexicon.X_RAY_STUDIES})
  void textsAreReadAsTheirCasesSay(String table) {
    NarrativeLexicon lexicon = NarrativeLexicon.load(Tsv::read, table, NarrativeCases::citation);
    List<String> wrong = new ArrayList<>();
    for (NarrativeCases c : NarrativeCases.of(table)) {
      String read = NarrativeCases.read(lexicon, c.text(), c.date());
      if (!read.equals(c.expected())) {
        wrong.add(c.place() + ": " + c.text() + " is read as " + read);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void caseOfLettersSpacesAndPunctuationChangeNothing() {
    for (NarrativeCases c : cases()) {
      String text = c.text();
      String expected = c.concept();
      assertEquals(expected, key(text.toUpperCase(Locale.ROOT), c.date()), c.place());
      assertEquals(expected, key(text.toLowerCase(Locale.ROOT), c.date()), c.place());
      assertEquals(expected, key("  " + text.replace(" ", "  ") + "  *", c.date()), c.place());
      assertEquals(expected, key(text.replace('-', '/'), c.date()), c.place());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {NarrativeLexicon.CONCEPTS, NarrativeLexicon.X_RAY_STUDIES})
  void everyRowIsReachedByACase(String table) {
    NarrativeLexicon lexicon = NarrativeLexicon.load(Tsv::read, table, NarrativeCases::citation);
    Set<String> missing = new TreeSet<>();
    lexicon.concepts().forEach(c -> missing.add(c.key() + " " + c.effectiveDate()));
    for (NarrativeCases c : NarrativeCases.of(table)) {
      lexicon
          .read(c.text(), "", "", c.date())
          .ifPresent(r -> missing.remove(r.concept().key() + " " + r.concept().effectiveDate()));
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void thereAreEnoughConceptsAndCases() {
    Set<String> keys = new HashSet<>();
    LEXICON.concepts().forEach(c -> keys.add(c.key()));
    assertTrue(keys.size() >= 200, () -> keys.size() + " concepts");
    Map<String, Integer> count = new HashMap<>();
    cases().forEach(c -> count.merge(c.concept(), 1, Integer::sum));
    assertTrue(count.getOrDefault("-", 0) >= 60, "texts that are read as nothing");
    // A drain through the liver or a cholangiogram, the service that the product was asked about.
    int scenario =
        count.entrySet().stream()
            .filter(e -> e.getKey().matches(".*(BIL|CHOLANGIO|PTC|CHOLECYST|T_TUBE).*"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    assertTrue(scenario >= 44, () -> scenario + " wordings of the scenario");
  }

  @Test
  void eachCodeIsValidOnTheDaysOfItsRow() {
    ReferenceTables tables = ReferenceTables.load(HostTables.NONE, Optional.empty());
    List<String> wrong = new ArrayList<>();
    for (NarrativeConcept concept : LEXICON.concepts()) {
      LocalDate last = concept.endDate().isAfter(DAY) ? DAY : concept.endDate();
      for (String code : concept.procedureCodes()) {
        if (tables.endedCodes.find(code, last).isPresent()) {
          wrong.add(concept.place() + ": " + code + " had ended on " + last);
        }
      }
    }
    // A code whose first release is one of 2026 is not in that of October 2025, as most are.
    Map<String, LocalDate> first = new HashMap<>();
    for (Tsv.Row row : Tsv.read("fee-schedule.tsv")) {
      first.merge(
          row.required("code"), row.date("effective_date"), (a, b) -> a.isBefore(b) ? a : b);
    }
    for (NarrativeConcept concept : LEXICON.concepts()) {
      for (String code : concept.procedureCodes()) {
        LocalDate begin = first.getOrDefault(code, LocalDate.MIN);
        if (begin.getYear() > 2025 && begin.getYear() > concept.effectiveDate().getYear()) {
          wrong.add(concept.place() + ": " + code + " begins on " + begin);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aRowNamesNoCodeTwiceAndNotTheUnlistedCode() {
    for (NarrativeConcept concept : LEXICON.concepts()) {
      List<String> codes = concept.procedureCodes();
      assertEquals(codes.size(), new HashSet<>(codes).size(), concept.place());
      assertTrue(codes.size() <= 5, concept.place());
      assertFalse(codes.contains("76496"), concept.place());
      assertTrue(concept.question().contains("?"), concept.place());
    }
  }

  @Test
  void namesAndQuestionsHoldNoOfficialText() {
    for (NarrativeConcept concept : LEXICON.concepts()) {
      for (String text : List.of(concept.name(), concept.question(), concept.chooseBy())) {
        String lower = text.toLowerCase(Locale.ROOT);
        assertFalse(lower.contains("radiological supervision"), concept.place());
        assertFalse(lower.contains("supervision and interpretation"), concept.place());
        assertFalse(lower.contains("when performed"), concept.place());
        assertFalse(lower.contains("separate procedure"), concept.place());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "both lungs",
        "pulmonary function under fluoroscopy",
        "Pulmonary motion",
        "pulmonary ventilation and valves",
        "pulmonary perfusion",
        "PULMONARY STUDY, CINE",
        "pulmonary images",
        "pulmonary cine",
        "pulmonary fluoroscopy",
        "pulm. function",
        "pulm motion",
        "pulm ventilation",
        "pulm studies",
        "ventilation study",
        "ventilation cine",
        "ventilation imaging",
        "ventilation analysis",
        "ventilation/perfusion",
        "ventilation mapping",
        "ventilation quantification",
        "regional ventilation"
      })
  void aTextIsOfTheLung(String text) {
    assertTrue(LEXICON.isOfTheLung(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cine of pulmonary valve prosthesis",
        "pulmonary arteries",
        "pulmonary vein ablation",
        "pulmonary embolism",
        "pulmonary hypertension, cine of the heart",
        "cardiopulmonary bypass",
        "mechanical ventilation",
        "ventilation tube",
        "no lung lesion",
        "lunge"
      })
  void aTextIsNotOfTheLung(String text) {
    assertFalse(LEXICON.isOfTheLung(text));
  }

  @ParameterizedTest
  @CsvSource({
    "'fluoroscopy', 'biliary drain', '', BILIARY_DRAIN_NEW, LINE_NOTE",
    "'unlisted fluoroscopic procedure', '', 'sniff test', SNIFF_TEST, CLAIM_NOTE",
    "'', 'fluoroscopy', 'office visit', FLUOROSCOPY_ALONE, LINE_NOTE",
    "'hip arthrogram', 'barium enema', 'sniff test', HIP_ARTHROGRAM, DESCRIPTION",
    "'see notes', 'barium enema', 'sniff test', BARIUM_ENEMA, LINE_NOTE",
    "'fluoroscopy', 'fluoroscopy', 'fluoroscopy', FLUOROSCOPY_ALONE, DESCRIPTION",
    "'', '', 'fluoroscopy', FLUOROSCOPY_ALONE, CLAIM_NOTE"
  })
  void theNearestFieldThatNamesSomethingCounts(
      String description, String lineNote, String claimNote, String key, Field field) {
    NarrativeReading read = LEXICON.read(description, lineNote, claimNote, DAY).orElseThrow();
    assertEquals(key, read.concept().key());
    assertEquals(field, read.field());
  }

  @Test
  void fieldsAreReadApart() {
    assertEquals(Optional.empty(), LEXICON.read("hip", "", "", DAY));
    assertEquals(
        "ARTHROGRAM", LEXICON.read("hip", "arthrogram", "", DAY).orElseThrow().concept().key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHOLANGIOGRAM",
        "FLUOROSCOPY",
        "MYELOGRAM",
        "CYSTOGRAM",
        "VENOGRAM",
        "LOOPOGRAM",
        "ESOPHAGRAM",
        "HYSTEROSALPINGOGRAM",
        "ENTEROCLYSIS",
        "SIALOGRAM",
        "DISCOGRAM"
      })
  void oneSlipInALongWordIsForgiven(String word) {
    String right = key(word);
    int missed = 0;
    int tried = 0;
    for (int i = 0; i < word.length(); i++) {
      Set<String> slips = new TreeSet<>();
      slips.add(word.substring(0, i) + word.substring(i + 1));
      slips.add(word.substring(0, i) + "X" + word.substring(i + 1));
      slips.add(word.substring(0, i) + "X" + word.substring(i));
      if (i + 1 < word.length()) {
        slips.add(
            word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
      }
      slips.remove(word);
      for (String slip : slips) {
        if (slip.length() > 6) {
          tried++;
          missed += key(slip).equals(right) ? 0 : 1;
        }
      }
    }
    assertTrue(missed * 10 <= tried, missed + " of " + tried);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XRAYBARIUMX",
        "ABILIARYDRAINB",
        "SUPERARTHROGRAMHIPX",
        "UNHIPARTHRO",
        "XXVCUGXX",
        "PREPTBDX"
      })
  void aPieceOfAnotherWordIsNoWord(String text) {
    assertEquals("-", key(text));
  }

  @Test
  void whateverStandsInATextIsReadWithoutHarm() {
    List<String> texts =
        List.of(
            "",
            " ",
            "\u0000\u0001\u0007",
            "\u202ebiliary drain\u202c",
            "b\u0301iliary d\u0301rain",
            "\uff22\uff29\uff2c\uff29\uff21\uff32\uff39 \uff24\uff32\uff21\uff29\uff2e",
            "bil\u00adiary dr\u00adain",
            "bil\u200diary drain",
            "\ud83d\ude00biliary\ud83d\ude00drain",
            "\ud83d",
            "\ufdfa\ufdfa",
            "biliary\u00a0drain",
            "biliary\u0432 drain\u0432");
    List<String> read = new ArrayList<>();
    texts.forEach(text -> read.add(key(text)));
    String drain = "BILIARY_DRAIN_NEW";
    assertEquals(
        List.of("-", "-", "-", drain, drain, drain, drain, drain, drain, "-", "-", drain, "-"),
        read);
  }

  @Test
  void theTimeOfAReadingGrowsWithTheLengthOfTheTextAlone() {
    List<String> pieces =
        List.of("A", "1", " ", "-", "BILIARY ", "CHOLNAGIOGRAMX ", "\u0301", "\ufdfa", "\u202e");
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (String piece : pieces) {
            for (int i = 0; i < 200; i++) {
              key(piece.repeat(4000 / piece.length()));
            }
          }
        });
  }

  /** What has codes of its own, and none for fluoroscopy. */
  private static final Set<String> OTHER_MODALITIES =
      Set.of(
          "CT_GUIDANCE",
          "CT_STUDY",
          "MR_GUIDANCE",
          "MR_STUDY",
          "ULTRASOUND_GUIDANCE",
          "ULTRASOUND_STUDY",
          "NUCLEAR_STUDY",
          "BONE_DENSITY",
          "CONE_BEAM_CT",
          "ECHOCARDIOGRAM",
          "INTRAVASCULAR_ULTRASOUND",
          "MAMMOGRAPHY",
          "MAMMOGRAPHY_DIAGNOSTIC",
          "NUCLEAR_BILE",
          "PET_SCAN",
          "NUCLEAR_BONE",
          "GASTRIC_EMPTYING",
          "NUCLEAR_LUNG",
          "NUCLEAR_HEART",
          "CT_ANGIOGRAM_CHEST",
          "CT_ANGIOGRAM_HEART",
          "CT_ANGIOGRAM_HEAD",
          "CT_ANGIOGRAM_ABDOMEN",
          "CT_HEAD",
          "CT_ABDOMEN_AND_PELVIS",
          "CT_ABDOMEN",
          "CT_CHEST",
          "CT_SPINE_CERVICAL",
          "CT_SPINE_THORACIC",
          "CT_SPINE_LUMBAR",
          "MR_HEAD",
          "MR_SPINE_CERVICAL",
          "MR_SPINE_THORACIC",
          "MR_SPINE_LUMBAR",
          "MR_ABDOMEN",
          "MR_JOINT",
          "INTRACARDIAC_ECHO",
          "ULTRASOUND_KIDNEY",
          "ULTRASOUND_ABDOMEN",
          "ULTRASOUND_PELVIS",
          "ULTRASOUND_NECK",
          "ULTRASOUND_BREAST",
          "SALINE_SONOHYSTEROGRAM",
          "DUPLEX_VEINS",
          "DUPLEX_CAROTID");

  private static boolean isOfOtherModality(String concept) {
    return OTHER_MODALITIES.contains(concept)
        || concept.endsWith("_FILM")
        || concept.endsWith("_FILMS");
  }

  @Test
  void textsWithoutFluoroscopyNameNoCodes() {
    int named = 0;
    List<String> texts = new TextsWithoutFluoroscopy(76496).next(10_000);
    for (String text : texts) {
      Optional<NarrativeReading> read = LEXICON.read(text, "", "", DAY);
      if (read.isPresent()
          && read.get().concept().stance() != Stance.OPEN
          && !isOfOtherModality(read.get().concept().key())) {
        named++;
      }
    }
    assertTrue(named <= 10, named + " of " + texts.size());
  }

  @Test
  void oneInstanceReadsForManyThreads() {
    List<NarrativeCases> cases = cases();
    long wrong =
        IntStream.range(0, 64)
            .parallel()
            .mapToLong(i -> cases.stream().filter(c -> !c.holds(LEXICON)).count())
            .sum();
    assertEquals(0, wrong);
  }

  private static List<Tsv.Row> rows(String... cells) {
    return Tsv.rows("host.tsv", List.of(COLUMNS, String.join("\t", cells)));
  }

  private static List<Tsv.Row> row(
      String stance, String words, String without, String codes, String question) {
    return rows(
        "HOST",
        "a name",
        "",
        stance,
        words,
        without,
        codes,
        "",
        question,
        "2020-01-01",
        "",
        "U",
        "HOST",
        "2026-11-29");
  }

  private static NarrativeLexicon with(List<Tsv.Row> rowsOfHost) {
    return NarrativeLexicon.load(
        Tsv::read, NarrativeCases::citation, rowsOfHost, NarrativeCases::citation);
  }

  @Test
  void rowsOfAHostGoInFront() {
    NarrativeLexicon lexicon =
        with(row("ASK", "$FLUORO & WIDGET*", "GADGET", "76000", "Which widget?"));
    assertEquals(
        "HOST", lexicon.read("fluoroscopy of widgets", "", "", DAY).orElseThrow().concept().key());
    assertEquals(
        "FLUOROSCOPY_OF_SOMETHING",
        lexicon.read("fluoroscopy of widget gadget", "", "", DAY).orElseThrow().concept().key());
    assertEquals("host.tsv:2", lexicon.concepts().get(0).place());
    assertSame(Stance.ASK, lexicon.concepts().get(0).stance());
  }

  @ParameterizedTest
  @CsvSource({
    "ASK, 'A & $NOBODY', '', 76000, 'What?', there is no group NOBODY",
    "MAYBE, 'A', '', 76000, 'What?', stance is one of",
    "LISTED, 'A', '', '', 'What?', names its codes",
    "INCLUDED, 'A', '', '', 'What?', names its codes",
    "ASK, 'A', '', '', 'What?', names its codes",
    "OPEN, 'A', '', 76000, 'What?', names no code",
    "NOT_DONE, 'A', '', 76000, 'What?', names no code",
    "ASK, 'A', '', 7600, 'What?', what is no code",
    "ASK, 'A', '', '76000,x', 'What?', what is no code",
    "ASK, 'A', '', 76000, '', question is empty",
    "ASK, 'a', '', 76000, 'What?', capital letters",
    "ASK, 'A &B', '', 76000, 'What?', capital letters",
    "ASK, 'A-B', '', 76000, 'What?', capital letters",
    "ASK, 'A,', '', 76000, 'What?', capital letters",
    "ASK, '', '', 76000, 'What?', words is empty",
    "ASK, 'A', 'B*C', 76000, 'What?', capital letters"
  })
  void aFaultInARowIsNamedWithItsPlaceAndItsCure(
      String stance, String words, String without, String codes, String question, String says) {
    List<Tsv.Row> rows = row(stance, words, without, codes, question);
    String message = assertThrows(IllegalStateException.class, () -> with(rows)).getMessage();
    assertTrue(message.startsWith("host.tsv:2: "), message);
    assertTrue(message.contains(says), message);
  }

  @Test
  void twoRowsOfAConceptOnOneDateAreRefused() {
    List<Tsv.Row> twice =
        Tsv.rows(
            "host.tsv",
            List.of(
                COLUMNS,
                "X\tn\t\tASK\tA\t\t76000\t\tWhat?\t2020-01-01\t2021-12-31\tU\tS\t2026-11-29",
                "X\tn\t\tASK\tB\t\t76000\t\tWhat?\t2021-12-31\t\tU\tS\t2026-11-29"));
    String message = assertThrows(IllegalStateException.class, () -> with(twice)).getMessage();
    assertTrue(message.startsWith("host.tsv:3: the concept has two rows on one date"), message);
  }

  @Test
  void sourcesAreKnown() {
    Set<String> known = new HashSet<>();
    Tsv.read("sources.tsv").forEach(row -> known.add(row.required("id")));
    for (String table :
        List.of(
            NarrativeLexicon.CONCEPTS, NarrativeLexicon.X_RAY_STUDIES, NarrativeLexicon.WORDS)) {
      for (Tsv.Row row : Tsv.read(table)) {
        assertTrue(known.contains(row.required("source")), row.place());
        row.constant("grade", Citation.Grade.class);
        row.date("last_review_date");
      }
    }
  }
}
