package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cpt76496.NamedService.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * How well the words of hospitals' own price lists are read. The lists are others' and no part of
 * the project; without them (system property {@code shared.data}) the test is skipped.
 *
 * <p>The wordings are parted by their checksum: the words of the tables were written by those of
 * the build half alone, and the held half was never looked at, only counted. Whoever changes the
 * tables keeps to that, or the second line of the table says no more than the first. A hospital's
 * code is itself wrong now and then, so a hundred percent would be a bad sign.
 */
class RealWordingsTest {

  private static final Path WORDINGS =
      Path.of(System.getProperty("shared.data", "../shared/data"))
          .resolve("../knowledge/2026-11/narratives/wordings.csv");

  /** As many candidates are looked at as a biller would. */
  private static final int FIRST = 3;

  private static final String UNLISTED = "76496";

  private record Wording(String text, String code) {

    boolean isHeld() {
      CRC32 checksum = new CRC32();
      checksum.update(text.strip().toUpperCase(Locale.ROOT).getBytes(UTF_8));
      return (checksum.getValue() & 1) == 1;
    }

    /** Whether candidates hold the code: each of several, one of a range. */
    boolean isAmong(List<String> codes) {
      if (code.contains("+")) {
        return codes.containsAll(List.of(code.split("\\+", -1)));
      }
      if (code.contains("-")) {
        String[] ends = code.split("-", -1);
        return codes.stream().anyMatch(c -> c.compareTo(ends[0]) >= 0 && c.compareTo(ends[1]) <= 0);
      }
      return codes.contains(code);
    }
  }

  /** What one half came to. */
  private static final class Count {
    int listed;
    int right;
    int other;
    int nothing;
    int wrongNo;
    int unlisted;
    int undescribedWithCode;

    void add(Wording wording) {
      Optional<NarrativeReading> read =
          NarrativeConceptsTest.LEXICON.read(wording.text(), "", "", NarrativeConceptsTest.DAY);
      List<String> codes = read.map(r -> r.concept().procedureCodes()).orElse(List.of());
      boolean no = read.isPresent() && read.get().stance() == Stance.LISTED;
      if (wording.code().equals(UNLISTED)) {
        unlisted++;
        wrongNo += no ? 1 : 0;
        undescribedWithCode += !codes.isEmpty() && describesNothing(wording.text()) ? 1 : 0;
        return;
      }
      listed++;
      wrongNo += no && !wording.isAmong(codes) ? 1 : 0;
      if (codes.isEmpty()) {
        nothing++;
      } else if (wording.isAmong(codes.subList(0, Math.min(FIRST, codes.size())))) {
        right++;
      } else {
        other++;
      }
    }

    double percent(int of) {
      return 100.0 * of / listed;
    }

    String line(String half) {
      return String.format(
          Locale.ROOT,
          "%-6s %6d %6.1f %6.1f %8.1f %9.2f %9d",
          half,
          listed,
          percent(right),
          percent(other),
          percent(nothing),
          100.0 * wrongNo / (listed + unlisted),
          unlisted);
    }
  }

  /**
   * Whether a wording of the unlisted code only says, in the plainest words, that it is unlisted.
   */
  private static boolean describesNothing(String text) {
    return text.toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z]+", " ")
        .strip()
        .matches(
            "((HC|HB|PR|IR|FL|XR|UNLISTED|FLU?OU?R\\w*|PROC\\w*|PX|DIAGNOSTIC|OR|DX|INTERVENTIONAL)"
                + " ?)+");
  }

  @Test
  void theHospitalsCodeIsAmongTheFirstCandidates() throws IOException {
    assumeTrue(Files.exists(WORDINGS));
    Count build = new Count();
    Count held = new Count();
    for (Wording wording : wordings(Files.readString(WORDINGS))) {
      (wording.isHeld() ? held : build).add(wording);
    }
    System.out.println("half    count  right  other  nothing  wrong NO  of 76496");
    System.out.println(build.line("build"));
    System.out.println(held.line("held"));
    assertTrue(build.percent(build.right) >= 96, build.line("build"));
    assertTrue(held.percent(held.right) >= 89, held.line("held"));
    for (Count half : List.of(build, held)) {
      assertTrue(half.percent(half.other) <= 6, half.line("a half"));
      assertTrue(half.percent(half.nothing) <= 5, half.line("a half"));
      assertTrue(half.wrongNo * 100 <= half.listed + half.unlisted, half.line("a half"));
      assertEquals(0, half.undescribedWithCode);
    }
  }

  /** The first and third column of a file, of wordings whose code or successor is valid in 2026. */
  private static List<Wording> wordings(String csv) {
    List<Wording> wordings = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\n')) {
        cells.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          if (!cells.get(0).equals("description") && !cells.get(2).isBlank()) {
            wordings.add(new Wording(cells.get(0), cells.get(2).strip()));
          }
          cells.clear();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return wordings;
  }
}
