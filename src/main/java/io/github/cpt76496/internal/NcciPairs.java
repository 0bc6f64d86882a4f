package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cpt76496.Citation;
import io.github.cpt76496.internal.CodeRow.PairReason;
import io.github.cpt76496.page.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The pairs that matter here from CMS's own quarterly files of NCCI procedure-to-procedure edits,
 * in the layout that CMS publishes: lines of introduction, then tab-separated column 1, column 2, a
 * mark for pairs older than 1996, effective date, deletion date or {@code *}, modifier indicator
 * and rationale. Millions of lines pass by; some thousand are kept.
 */
public final class NcciPairs {

  /** What the rows of pairs are filed under, which have no procedure family. */
  static final String KEY = "PAIR_WITH_76000";

  private static final String CPT_76496 = "76496";
  private static final String CPT_76000 = "76000";
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final String ADDRESS =
      "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits";

  private record Span(
      LocalDate effectiveDate, LocalDate endDate, String indicator, PairReason reason) {}

  private final LocalDate release;
  private final Map<String, List<Span>> over76496 = new TreeMap<>();
  private final Map<String, List<Span>> over76000 = new TreeMap<>();
  private final Map<String, List<Span>> under76496 = new TreeMap<>();

  private NcciPairs(LocalDate release) {
    this.release = release;
  }

  /**
   * Reads the parts of one release.
   *
   * @throws IllegalArgumentException if a file cannot be read or is not in the published layout;
   *     the message names file, line and what was expected
   */
  public static NcciPairs read(LocalDate release, List<Path> files) {
    NcciPairs pairs = new NcciPairs(release);
    int kept = 0;
    for (Path file : files) {
      kept += pairs.read(file);
    }
    if (kept == 0) {
      throw new IllegalArgumentException(
          "NCCI pairs: no pair of 76000 or 76496 in the files; are all parts of the release given?");
    }
    return pairs;
  }

  private int read(Path file) {
    int kept = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, ISO_8859_1)) {
      boolean inTable = false;
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (number == 1) {
          line = withoutMark(line);
        }
        inTable = inTable || isPair(line);
        if (inTable && !line.isBlank() && keep(line, file.getFileName() + ":" + number)) {
          kept++;
        }
      }
      if (!inTable) {
        throw new IllegalArgumentException(
            "NCCI pairs: " + file.getFileName() + ": no line of seven tab-separated columns");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "NCCI pairs: " + file.getFileName() + ": cannot be read", e);
    }
    return kept;
  }

  /** The byte order mark of UTF-8, as it reads in Latin 1. */
  private static String withoutMark(String line) {
    return line.startsWith("\u00ef\u00bb\u00bf") ? line.substring(3) : line;
  }

  /** Pairs follow an introduction of a few lines, whose wording changes. */
  private static boolean isPair(String line) {
    if (line.length() < 12 || line.charAt(5) != '\t' || line.charAt(11) != '\t') {
      return false;
    }
    for (int i = 0; i < 11; i++) {
      char c = line.charAt(i);
      if (i != 5 && (c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }

  private boolean keep(String line, String place) {
    if (!isPair(line)) {
      throw new IllegalArgumentException(
          "NCCI pairs: " + place + ": expected seven tab-separated columns, two codes first");
    }
    String first = line.substring(0, 5);
    String second = line.substring(6, 11);
    if (!second.equals(CPT_76496) && !first.equals(CPT_76496) && !second.equals(CPT_76000)) {
      return false;
    }
    String[] cells = line.split("\t", -1);
    if (cells.length < 7) {
      throw new IllegalArgumentException(
          "NCCI pairs: " + place + ": expected seven tab-separated columns, two codes first");
    }
    if (second.equals(CPT_76496)) {
      add(over76496, first, cells, place);
    } else if (first.equals(CPT_76496)) {
      add(under76496, second, cells, place);
    } else {
      add(over76000, first, cells, place);
    }
    return true;
  }

  private static void add(
      Map<String, List<Span>> pairs, String code, String[] cells, String place) {
    LocalDate effective = date(cells[3], place + ": effective date");
    String deletion = cells[4].strip();
    LocalDate end =
        deletion.equals("*") || deletion.isEmpty()
            ? LocalDate.MAX
            : date(deletion, place + ": deletion date");
    String indicator = cells[5].strip();
    if (!indicator.matches("[019]")) {
      throw new IllegalArgumentException(
          "NCCI pairs: " + place + ": modifier indicator: expected 0, 1 or 9");
    }
    // Indicator 9 marks a pair that was deleted as of the day it began.
    if (end.isAfter(effective) && !indicator.equals("9")) {
      pairs
          .computeIfAbsent(code, c -> new ArrayList<>(1))
          .add(new Span(effective, end, indicator, reason(cells[6])));
    }
  }

  private static LocalDate date(String cell, String place) {
    try {
      return LocalDate.parse(cell.strip(), DATE);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("NCCI pairs: " + place + ": expected eight digits", e);
    }
  }

  /** CMS's reason, by words that each of its wordings has. */
  private static PairReason reason(String cell) {
    String words = cell.toLowerCase(Locale.ROOT);
    if (words.contains("code definition")) {
      return PairReason.CODE_DEFINITION;
    } else if (words.contains("coding instruction")) {
      return PairReason.CODING_INSTRUCTION;
    } else if (words.contains("standards of medical")) {
      return PairReason.STANDARD_OF_PRACTICE;
    } else if (words.contains("separate procedure")) {
      return PairReason.SEPARATE_PROCEDURE;
    } else if (words.contains("misuse")) {
      return PairReason.MISUSE;
    } else if (words.contains("more extensive")) {
      return PairReason.MORE_EXTENSIVE;
    } else if (words.contains("anesthesia")) {
      return PairReason.ANESTHESIA_PREPARATION;
    }
    return PairReason.NOT_STATED;
  }

  /** Codes that have 76496 itself in column 2. */
  List<CodeRow> over76496() {
    return rows(over76496, "", reason -> Row.Imaging.PAIRED_WITH_76496, Citation.Grade.A);
  }

  /**
   * Codes that have 76000 in column 2, and a reason that says something of fluoroscopy.
   *
   * @param notAboutFluoroscopy codes of which no such pair says anything
   */
  List<CodeRow> over76000(ReferenceTables.CodeTable notAboutFluoroscopy) {
    Map<String, List<Span>> telling = new TreeMap<>();
    over76000.forEach(
        (code, spans) -> {
          List<Span> kept = new ArrayList<>();
          for (Span span : spans) {
            if (span.reason() != PairReason.ANESTHESIA_PREPARATION
                && notAboutFluoroscopy.find(code, span.effectiveDate()).isEmpty()
                && notAboutFluoroscopy.find(code, release).isEmpty()) {
              kept.add(span);
            }
          }
          if (!kept.isEmpty()) {
            telling.put(code, kept);
          }
        });
    return rows(telling, CPT_76000, NcciPairs::imaging, Citation.Grade.S);
  }

  private static Row.Imaging imaging(PairReason reason) {
    return reason == PairReason.CODE_DEFINITION
        ? Row.Imaging.INCLUDED
        : Row.Imaging.INCLUDED_BY_ANALOGY;
  }

  /** Codes in column 2 under 76496. */
  List<CodeRow> under76496() {
    return rows(under76496, "", reason -> Row.Imaging.NOT_STATED, Citation.Grade.A);
  }

  private List<CodeRow> rows(
      Map<String, List<Span>> pairs,
      String pairCode,
      Function<PairReason, Row.Imaging> imaging,
      Citation.Grade least) {
    List<CodeRow> rows = new ArrayList<>();
    pairs.forEach(
        (code, spans) -> {
          for (Span span : merged(spans)) {
            rows.add(
                new CodeRow(
                    "NCCI pairs, release " + release,
                    KEY,
                    "",
                    imaging.apply(span.reason()),
                    code,
                    code,
                    span.effectiveDate(),
                    span.endDate(),
                    List.of(),
                    "",
                    "",
                    pairCode.isEmpty() || span.indicator().equals("0") ? span.indicator() : "",
                    pairCode,
                    pairCode.isEmpty() ? PairReason.NOT_STATED : span.reason(),
                    citation(
                        imaging.apply(span.reason()) == Row.Imaging.INCLUDED
                            ? Citation.Grade.A
                            : least)));
          }
        });
    return rows;
  }

  private Citation citation(Citation.Grade grade) {
    return new Citation(
        "CMS, NCCI procedure-to-procedure edits, release effective "
            + release
            + ", loaded by the host",
        ADDRESS,
        grade,
        release.toString(),
        release);
  }

  /** The tables of practitioners and hospitals may both be given, and hold the same pair twice. */
  private static List<Span> merged(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(Span::effectiveDate));
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || span.effectiveDate().isAfter(last.endDate())) {
        merged.add(span);
      } else if (span.endDate().isAfter(last.endDate())) {
        merged.set(
            merged.size() - 1,
            new Span(last.effectiveDate(), span.endDate(), last.indicator(), last.reason()));
      }
    }
    return merged;
  }
}
