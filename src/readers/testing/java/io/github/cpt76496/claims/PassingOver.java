package io.github.cpt76496.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a reader that passes over claims without 76496 to one that reads every claim, on files that
 * are damaged by a fixed seed.
 */
public final class PassingOver {

  /** What a damaged byte becomes, beside any other. */
  private static final String TELLING = "{}[]\":,;\n\r\\7u\u00e9 ";

  private PassingOver() {}

  /**
   * The same claims with the code and the same account of what could not be read; what is missing
   * is about claims without the code, each of which was counted.
   *
   * @param damages how many files
   * @param idsWithCode finds in a file the ids that stand with the code only
   */
  public static void requireAlike(
      ClaimReader all,
      ClaimReader fast,
      String sound,
      int damages,
      Function<String, Set<String>> idsWithCode) {
    byte[] bytes = sound.getBytes(StandardCharsets.UTF_8);
    int told = 0;
    int leftOut = 0;
    int passedOver = 0;
    for (int i = 0; i < damages; i++) {
      byte[] file = damaged(bytes, new SplittableRandom(i));
      ReceivedClaims everything = ReceivedClaims.from(all, file);
      ReceivedClaims few = ReceivedClaims.from(fast, file);
      String damage = "damage " + i;
      assertEquals(everything.billing(), few.billing(), damage);
      List<Problem> missing = new ArrayList<>(everything.problems);
      for (Problem problem : few.problems) {
        assertTrue(missing.remove(problem), () -> damage + ": not told by the full reading");
      }
      Set<String> withCode = idsWithCode.apply(new String(file, StandardCharsets.ISO_8859_1));
      for (Problem problem : missing) {
        assertFalse(withCode.contains(problem.claimId()), () -> damage + ": " + problem);
      }
      assertEquals(
          everything.claims.size() + missing.size(),
          few.claims.size() + few.passedOver,
          damage + ": claims counted");
      told += few.problems.isEmpty() ? 0 : 1;
      leftOut += missing.size();
      passedOver += few.passedOver;
    }
    assertTrue(told > damages / 10, "damaged files with something to tell: " + told);
    assertTrue(leftOut > 10, "claims without the code of which nothing is told: " + leftOut);
    assertTrue(passedOver > damages / 2, "claims passed over: " + passedOver);
  }

  /** The ids, as the first group finds them, behind each of which the second holds the code. */
  public static Set<String> idsWithCode(Pattern claim, String file) {
    Set<String> with = new HashSet<>();
    Set<String> without = new HashSet<>();
    Matcher matcher = claim.matcher(file);
    while (matcher.find()) {
      (matcher.group(2).contains("76496") ? with : without).add(matcher.group(1));
    }
    with.removeAll(without);
    return with;
  }

  private static byte[] damaged(byte[] file, SplittableRandom random) {
    byte[] damaged = file.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(damaged.length);
      int near = Math.min(damaged.length, at + 1 + random.nextInt(60));
      switch (random.nextInt(7)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1, 2 -> damaged[at] = (byte) TELLING.charAt(random.nextInt(TELLING.length()));
        case 3 -> damaged = replaced(damaged, at, near, new byte[0]);
        case 4 -> damaged = replaced(damaged, lineBegin(damaged, at), near, new byte[0]);
        case 5 -> {
          int to = random.nextInt(damaged.length);
          damaged = replaced(damaged, to, to, Arrays.copyOfRange(damaged, at, near));
        }
        default ->
            damaged =
                Arrays.copyOf(damaged, damaged.length - random.nextInt(1 + damaged.length / 3));
      }
    }
    return damaged;
  }

  private static int lineBegin(byte[] file, int at) {
    int begin = at;
    while (begin > 0 && file[begin - 1] != '\n') {
      begin--;
    }
    return begin;
  }

  private static byte[] replaced(byte[] file, int from, int to, byte[] with) {
    byte[] replaced = Arrays.copyOf(file, file.length - (to - from) + with.length);
    System.arraycopy(with, 0, replaced, from, with.length);
    System.arraycopy(file, to, replaced, from + with.length, file.length - to);
    return replaced;
  }
}
