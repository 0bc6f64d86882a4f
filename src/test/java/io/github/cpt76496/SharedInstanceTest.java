package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.testkit.CaseFile.Case;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One instance, every thread, every order of lines: one answer. The claims are those of the cases.
 */
class SharedInstanceTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final List<Claim> CLAIMS =
      OwnPages.cases().stream().flatMap(f -> f.cases().stream()).map(Case::claim).toList();

  /** How long the threads go on; a nightly run gives ten minutes with {@code -Dseconds=600}. */
  private static final long SECONDS = Long.getLong("seconds", 3);

  @ParameterizedTest
  @EnumSource
  void manyThreadsAnswerAsOneDoes(Engine engine) throws Exception {
    assertTrue(CLAIMS.size() > 100, "looked at nothing");
    Cpt76496Edits edits = Cpt76496Edits.loader().engine(engine).load();
    List<ClaimReview> expected = CLAIMS.stream().map(EDITS::review).toList();
    int count = 64;
    CyclicBarrier start = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<Long>> runs = new ArrayList<>();
      for (int run = 0; run < count; run++) {
        int first = run * CLAIMS.size() / count;
        runs.add(() -> reviewAll(edits, expected, first, start));
      }
      long reviews = 0;
      for (Future<Long> run : threads.invokeAll(runs)) {
        reviews += run.get();
      }
      System.out.printf("%s: %d reviews by %d threads%n", engine, reviews, count);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Every claim at least once; each thread begins at another one. */
  private static long reviewAll(
      Cpt76496Edits edits, List<ClaimReview> expected, int first, CyclicBarrier start)
      throws Exception {
    start.await();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    long reviews = 0;
    do {
      for (int i = 0; i < CLAIMS.size(); i++) {
        int claim = (first + i) % CLAIMS.size();
        assertEquals(expected.get(claim), edits.review(CLAIMS.get(claim)));
        reviews++;
      }
    } while (System.nanoTime() < end);
    return reviews;
  }

  @ParameterizedTest
  @EnumSource
  void aDoorThatNobodyHoldsIsCollected(Engine engine) throws Exception {
    WeakReference<Cpt76496Edits> edits = used(engine);
    for (int i = 0; i < 100 && edits.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNull(edits.get());
  }

  private static WeakReference<Cpt76496Edits> used(Engine engine) {
    Cpt76496Edits edits = Cpt76496Edits.loader().engine(engine).load();
    CLAIMS.forEach(edits::review);
    return new WeakReference<>(edits);
  }

  /** Sessions are used again: none may hold what it has seen. */
  @ParameterizedTest
  @EnumSource
  void nothingOfAReviewedClaimIsKept(Engine engine) throws Exception {
    Cpt76496Edits edits = Cpt76496Edits.loader().engine(engine).load();
    List<WeakReference<Claim>> claims = new ArrayList<>();
    for (Claim claim : CLAIMS) {
      Claim copy = withLines(claim, claim.lines());
      edits.review(copy);
      claims.add(new WeakReference<>(copy));
    }
    for (int i = 0; i < 100 && claims.stream().anyMatch(claim -> claim.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(0, claims.stream().filter(claim -> claim.get() != null).count());
    assertEquals(1, edits.review(CLAIMS.get(0)).lines().size());
  }

  @Test
  void twoDoorsAnswerAlike() {
    Cpt76496Edits other = Cpt76496Edits.load();
    for (Claim claim : CLAIMS) {
      assertEquals(EDITS.review(claim), other.review(claim));
    }
  }

  @Test
  void theOrderOfLinesChangesNoAnswer() {
    int reordered = 0;
    for (Claim claim : CLAIMS) {
      if (claim.lines().size() < 2) {
        continue;
      }
      List<ServiceLine> lines = new ArrayList<>(claim.lines());
      Collections.reverse(lines);
      assertEquals(byNumber(claim), byNumber(withLines(claim, lines)));
      reordered++;
    }
    assertTrue(reordered > 0, "looked at nothing");
  }

  @Test
  void anUnrelatedLineChangesNoAnswer() {
    for (Claim claim : CLAIMS) {
      List<ServiceLine> lines = new ArrayList<>(claim.lines());
      LocalDate date = claim.lines().get(0).dateOfService();
      lines.add(ServiceLine.builder(999, "99213", date).build());
      assertEquals(byNumber(claim), byNumber(withLines(claim, lines)));
    }
  }

  @Test
  void anotherPayerDoesNotChangeTheFirstQuestion() {
    for (Claim claim : CLAIMS) {
      LineReview asGiven = EDITS.review(claim).lines().get(0);
      for (Payer.Family family : Payer.Family.values()) {
        Claim other =
            new Claim(
                claim.form(),
                Payer.of(family),
                claim.typeOfBill(),
                claim.note(),
                claim.attachments(),
                claim.lines());
        LineReview answer = EDITS.review(other).lines().get(0);
        assertEquals(asGiven.codeApplies(), answer.codeApplies());
        assertEquals(asGiven.candidateCodes(), answer.candidateCodes());
      }
    }
  }

  @Test
  void aLineWithoutTheCodeIsNotReviewed() {
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.CIGNA))
            .lines(ServiceLine.builder(1, "76000", LocalDate.of(2026, 3, 2)).build())
            .build();
    assertEquals(
        new ClaimReview(EDITS.version(), ClaimReview.PayerMatch.NONE, List.of()),
        EDITS.review(claim));
  }

  @Test
  void everyAnswerNamesAnEditOfTheCatalogAndASource() {
    Map<String, Edit> catalog = new HashMap<>();
    EDITS.catalog().forEach(e -> catalog.put(e.id(), e));
    assertEquals(EDITS.catalog().size(), catalog.size());
    for (Claim claim : CLAIMS) {
      for (LineReview line : EDITS.review(claim).lines()) {
        for (String folder : List.of("procedure/", "modifier/")) {
          assertTrue(
              line.findings().stream().anyMatch(f -> f.edit().startsWith(folder)),
              () -> "an answer without a finding: " + folder);
        }
        assertTrue(
            !line.documentation().isEmpty()
                || line.findings().stream().anyMatch(f -> f.edit().startsWith("documentation/")),
            "an answer without a finding: documentation/");
        for (Finding finding : line.findings()) {
          Edit edit = catalog.get(finding.edit());
          assertTrue(edit.inForceOn(line.dateOfService()), finding::edit);
          assertTrue(finding.severity().compareTo(edit.severity()) >= 0, finding::edit);
          assertFalse(finding.citation().source().isBlank(), finding::edit);
          assertFalse(finding.message().isBlank(), finding::edit);
        }
      }
    }
  }

  @Test
  void claimsAndReviewsSurviveSerialization() throws Exception {
    for (Claim claim : CLAIMS) {
      Claim copy = copy(claim);
      assertEquals(claim, copy);
      ClaimReview review = EDITS.review(claim);
      assertEquals(review, copy(EDITS.review(copy)));
    }
  }

  @Test
  void noTextNamesAPatient() {
    String marker = "MARKER";
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE, "PALMETTO_GBA"))
            .note(marker)
            .lines(
                ServiceLine.builder(1, "76496", LocalDate.of(2031, 7, 19))
                    .description(marker)
                    .note(marker)
                    .build(),
                ServiceLine.builder(2, "47490", LocalDate.of(2031, 7, 19))
                    .description(marker)
                    .build())
            .build();
    ClaimReview review = EDITS.review(claim);
    String texts =
        claim
            + " "
            + claim.lines()
            + claim.lines().get(0).record()
            + review
            + review.lines()
            + review.lines().get(0).findings()
            + review.lines().get(0).documentation();
    assertFalse(texts.contains(marker), texts);
    assertFalse(texts.contains("2031-07-19"), texts);
    assertNotEquals(List.of(), review.lines().get(0).findings());
  }

  private static Map<Integer, LineReview> byNumber(Claim claim) {
    Map<Integer, LineReview> byNumber = new HashMap<>();
    EDITS.review(claim).lines().forEach(l -> byNumber.put(l.number(), l));
    return byNumber;
  }

  private static Claim withLines(Claim claim, List<ServiceLine> lines) {
    return new Claim(
        claim.form(), claim.payer(), claim.typeOfBill(), claim.note(), claim.attachments(), lines);
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
