package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that passes over what does not bill 76496 answers the rest as one that reads all. */
class PassingOverTest {

  private static final int DAMAGES = 10_000;

  /** Claims with the code and without, of subscribers and of dependents near and far. */
  private static final String FILE =
      Interchange.of(
          Interchange.transaction(
              "837",
              "005010X222A1",
              "BHT*0019*00*1*20261102*0900*CH",
              "HL*1**20*1",
              "NM1*85*2*PROVIDER*****XX*0000000000",
              subscriber(2, "CI", "AETNA"),
              claim("A1", "99213", "76496:26"),
              claim("A2", "71046"),
              subscriber(3, "MB", "PALMETTO GBA"),
              claim("B1", "99214", "47533"),
              subscriber(4, "CI", "CIGNA"),
              "HL*5*4*23*0",
              "PAT*19",
              claim("C1", "76496"),
              "HL*6*3*23*0",
              "PAT*19",
              claim("B2", "76496:TC", "76496:26"),
              subscriber(7, "BL", "BLUE CROSS BLUE SHIELD OF NEBRASKA"),
              claim("D1", "80053"),
              claim("D2", "76496")),
          Interchange.transaction(
              "837",
              "005010X223A3",
              "HL*1**20*1",
              subscriber(2, "MA", "NORIDIAN"),
              "CLM*E1*100***13:A:1",
              "LX*1",
              "SV2*0320*HC:76496*100*UN*1",
              "DTP*472*D8*20260302",
              "CLM*E2*100***13:A:1",
              "LX*1",
              "SV2*0320*HC:71046*100*UN*1",
              "DTP*472*D8*20260302"));

  private static String subscriber(int level, String filing, String payer) {
    return String.join(
        "~\n",
        "HL*" + level + "*1*22*0",
        "SBR*P*18*******" + filing,
        "NM1*IL*1*NAME*GIVEN****MI*1",
        "NM1*PR*2*" + payer + "*****PI*9");
  }

  private static String claim(String id, String... services) {
    StringBuilder claim = new StringBuilder("CLM*" + id + "*100***22:B:1~\nHI*ABK:R109");
    for (int i = 0; i < services.length; i++) {
      claim.append("~\nLX*").append(i + 1);
      claim.append("~\nSV1*HC:").append(services[i]).append("*100*UN*1***1");
      claim.append("~\nDTP*472*D8*20260302~\nREF*6R*1");
    }
    return claim.toString();
  }

  /** What was received, and how many claims were passed over. */
  private static final class Received implements ClaimSink {
    private final ReceivedClaims received = new ReceivedClaims();
    private int passedOver;

    @Override
    public void claim(PlacedClaim claim) {
      received.claim(claim);
    }

    @Override
    public void problem(Problem problem) {
      received.problem(problem);
    }

    @Override
    public void notice(Problem notice) {
      received.notice(notice);
    }

    @Override
    public void passedOver(int claims) {
      passedOver += claims;
    }

    List<PlacedClaim> billing() {
      return received.claims.stream()
          .filter(claim -> claim.claim().lines().stream().anyMatch(ServiceLine::billedWith76496))
          .toList();
    }
  }

  private static Received read(X12ClaimReader reader, byte[] file) {
    Received received = new Received();
    try {
      reader.read(new ByteArrayInputStream(file), received);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return received;
  }

  private static Received readAll(byte[] file) {
    return read(new X12ClaimReader(), file);
  }

  private static Received passOver(byte[] file) {
    return read(new X12ClaimReader().onlyWith76496(), file);
  }

  private static Received passOver(String file) {
    return passOver(file.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<String> ids(List<PlacedClaim> claims) {
    return claims.stream().map(PlacedClaim::id).toList();
  }

  @Test
  void claimsWithTheCodeAreReadWithTheirPayers_andTheOthersCounted() {
    Received received = passOver(FILE);

    assertEquals(List.of("A1", "C1", "B2", "D2", "E1"), ids(received.received.claims));
    assertEquals(
        List.of(
            "AETNA",
            "CIGNA",
            "MEDICARE/PALMETTO_GBA/MEDICARE_FFS",
            "BCBS/NEBRASKA",
            "MEDICARE/NORIDIAN/MEDICARE_FFS"),
        received.received.claims.stream().map(PassingOverTest::payer).toList());
    assertEquals(List.of(), received.received.problems);
    assertEquals(List.of(), received.received.notices);
    assertEquals(4, received.passedOver);
    assertEquals(readAll(FILE.getBytes(StandardCharsets.UTF_8)).billing(), received.billing());
  }

  private static String payer(PlacedClaim claim) {
    Payer payer = claim.claim().payer();
    return switch (payer.lineOfBusiness()) {
      case MEDICARE_FFS -> payer + "/" + payer.lineOfBusiness();
      default -> payer.toString();
    };
  }

  /** Digits in a note or a control number are reason enough to look. */
  @Test
  void claimThatHoldsTheDigitsAnywhereIsRead() {
    Received received = passOver(FILE.replace("CLM*D1", "CLM*9764961"));

    assertEquals(List.of("A1", "C1", "B2", "9764961", "D2", "E1"), ids(received.received.claims));
    assertEquals(3, received.passedOver);
  }

  /**
   * What the reader of every claim would refuse for its resemblance is refused, not passed over.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "764 96",
        "76-496",
        "7.6.4.9.6",
        "76496 ",
        "764  96",
        "\u0667\u0666496",
        "76\u00a0496"
      })
  void codeThatResemblesItIsReadAndNamed(String code) {
    byte[] file = FILE.replace("HC:80053", "HC:" + code).getBytes(StandardCharsets.UTF_8);
    Received received = passOver(file);

    assertEquals(readAll(file).received.problems, received.received.problems);
    assertEquals(
        List.of("A1", "C1", "B2", "D2", "E1"),
        ids(received.received.claims).stream().filter(id -> !id.equals("D1")).toList());
    assertEquals(3, received.passedOver);
  }

  /** SVD is no service: claims that another payer has adjudicated are passed over like others. */
  @Test
  void adjudicationOfAnotherPayerIsNoService() {
    Received received = passOver(FILE.replace("REF*6R*1~", "REF*6R*1~\nSVD*PAYER*80*HC:99213**1~"));

    assertEquals(List.of("A1", "C1", "B2", "D2", "E1"), ids(received.received.claims));
    assertEquals(4, received.passedOver);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "76496:26|SV101: 76496 stands where its qualifier belongs; write HC before it",
        "HC:76496^26|SV101: holds the repetition separator, and no guide lets a procedure be repeated",
        "HC:99213^HC:76496|SV101: holds the repetition separator, and no guide lets a procedure be repeated"
      })
  void procedureThatMayBeTheCodeIsNotLost(String procedure, String reason) {
    Received received =
        passOver(FILE.replace("SV1*HC:76496:26*100*UN*1***1", "SV1*" + procedure + "*100*UN*1"));

    assertEquals(
        List.of("line 2: " + reason, "line 2: " + reason),
        received.received.problems.stream().map(Problem::reason).toList());
    assertEquals(List.of("C1", "D2", "E1"), ids(received.received.claims));
  }

  @Test
  void transactionWithoutTheCodeHoldsClaimsAllTheSame() {
    Received received = passOver(FILE.replace("76496", "76000"));

    assertEquals(List.of(), received.received.claims);
    assertEquals(List.of(), received.received.problems);
    assertEquals(9, received.passedOver);
  }

  @Test
  void claimWhoseLinesLackTheirServiceIsReadAndNamed() {
    Received received = passOver(FILE.replace("SV1*HC:80053*100*UN*1***1~\n", ""));

    assertEquals(
        List.of(new Problem("D1", "transaction 1, segment 71", "line 1: SV1: missing")),
        received.received.problems);
    assertEquals(List.of("A1", "C1", "B2", "D2", "E1"), ids(received.received.claims));
  }

  /** More claims than travel together, and claims longer than what is held of a file at once. */
  @Test
  void longFilesAndLongClaimsAreReadAlike() {
    String notes =
        IntStream.range(0, 3000)
            .mapToObj(i -> "~\nNTE*ADD*" + "A".repeat(80) + i)
            .collect(Collectors.joining());
    String claims =
        IntStream.range(0, 200)
            .mapToObj(i -> claim("N" + i, i % 3 == 0 ? "76496" : "99213"))
            .collect(Collectors.joining("~\n"));
    String file =
        Interchange.professional(
            "HL*1**20*1",
            subscriber(2, "CI", "AETNA"),
            claims,
            claim("LONG", "99213").replace("~\nLX", notes + "~\nLX"),
            claim("LONGER", "76496:26").replace("~\nLX", notes + "~\nLX"),
            claim("LAST", "76496"));
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    Received all = readAll(bytes);

    Received received = passOver(bytes);

    assertEquals(69, received.billing().size());
    assertEquals(all.billing(), received.billing());
    assertEquals(List.of(), received.received.problems);
    assertEquals(133, received.passedOver);
  }

  /** The claims that are read later are read with what they need, and only once. */
  @Test
  void claimsCanBeReadLater() throws IOException {
    List<Consumer<ClaimSink>> later = new ArrayList<>();
    Received atOnce = new Received();
    new X12ClaimReader()
        .onlyWith76496()
        .read(
            new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)),
            new ClaimSink() {
              @Override
              public void claim(PlacedClaim claim) {
                atOnce.claim(claim);
              }

              @Override
              public void problem(Problem problem) {
                atOnce.problem(problem);
              }

              @Override
              public void notice(Problem notice) {
                atOnce.notice(notice);
              }

              @Override
              public void later(Consumer<ClaimSink> reading, int claims) {
                later.add(reading);
              }
            });
    assertEquals(List.of(), atOnce.received.claims);

    Received received = new Received();
    Collections.reverse(later);
    later.forEach(reading -> reading.accept(received));

    assertEquals(List.of("E1", "A1", "C1", "B2", "D2"), ids(received.received.claims));
  }

  /**
   * Whatever is wrong with a file: the same claims with the same payers, and the same account of
   * what could not be read, but for claims in which the code does not occur.
   */
  @Test
  void damagedFilesAreReadAlike() {
    int damagedAnswers = 0;
    int leftOut = 0;
    byte[] sound = FILE.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < DAMAGES; i++) {
      byte[] file = damaged(sound, new SplittableRandom(i));
      Received all = readAll(file);
      Received fast = passOver(file);
      String damage = "damage " + i;
      assertEquals(all.billing(), fast.billing(), damage);
      List<Problem> missing = new ArrayList<>(all.received.problems);
      for (Problem problem : fast.received.problems) {
        assertTrue(missing.remove(problem), () -> damage + ": not told by the full reading");
      }
      String text = new String(file, StandardCharsets.ISO_8859_1);
      for (Problem problem : missing) {
        assertTrue(isOfClaimWithoutCode(text, problem.claimId()), () -> damage + ": " + problem);
        leftOut++;
      }
      damagedAnswers += all.received.problems.isEmpty() ? 0 : 1;
    }
    assertTrue(damagedAnswers > DAMAGES / 4, "damaged files with something to tell");
    assertTrue(leftOut > 10, "claims without the code of which nothing is told");
  }

  private static boolean isOfClaimWithoutCode(String file, String id) {
    for (String claim : file.split("CLM\\*", -1)) {
      String frame = claim.split("~\\s*(HL|SE)\\*", 2)[0];
      if (frame.startsWith(id + "*") && !id.isEmpty() && !frame.contains("76496")) {
        return true;
      }
    }
    return false;
  }

  private static byte[] damaged(byte[] file, SplittableRandom random) {
    byte[] damaged = file.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(8)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] = '~';
        case 2 -> damaged[at] = '*';
        case 3 -> damaged[at] = '\n';
        case 4 -> damaged = without(damaged, at, at + 1 + random.nextInt(60));
        case 5 -> damaged = without(damaged, begin(damaged, at), end(damaged, at));
        case 6 -> {
          int to = begin(damaged, random.nextInt(damaged.length));
          damaged =
              with(damaged, to, Arrays.copyOfRange(damaged, begin(damaged, at), end(damaged, at)));
        }
        default -> damaged = Arrays.copyOf(damaged, damaged.length - random.nextInt(400));
      }
    }
    return damaged;
  }

  private static int begin(byte[] file, int at) {
    int begin = at;
    while (begin > 0 && file[begin - 1] != '~') {
      begin--;
    }
    return begin;
  }

  private static int end(byte[] file, int at) {
    int end = at;
    while (end < file.length && file[end] != '~') {
      end++;
    }
    return Math.min(file.length, end + 1);
  }

  private static byte[] without(byte[] file, int from, int to) {
    int end = Math.min(file.length, to);
    byte[] rest = Arrays.copyOf(file, file.length - (end - from));
    System.arraycopy(file, end, rest, from, file.length - end);
    return rest;
  }

  private static byte[] with(byte[] file, int at, byte[] more) {
    byte[] both = Arrays.copyOf(file, file.length + more.length);
    System.arraycopy(file, at, both, at + more.length, file.length - at);
    System.arraycopy(more, 0, both, at, more.length);
    return both;
  }
}
