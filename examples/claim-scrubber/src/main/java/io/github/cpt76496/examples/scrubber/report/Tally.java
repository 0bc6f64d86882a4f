package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Payer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** What was counted over all files. */
public final class Tally {

  private static final Comparator<Entry<String, Long>> MOST_FIRST =
      Comparator.comparing((Entry<String, Long> e) -> -e.getValue()).thenComparing(Entry::getKey);

  private long claims;
  private long lines;
  private long notRead;
  private final Map<Severity, Long> findings = new EnumMap<>(Severity.class);
  private final Map<CodeApplies, Long> codeApplies = new EnumMap<>(CodeApplies.class);
  private final Map<Modifier26, Long> modifier26 = new EnumMap<>(Modifier26.class);
  private final Map<Payer, Long> payers = new HashMap<>();
  private final Map<Severity, Map<String, Long>> edits = new EnumMap<>(Severity.class);

  public void count(Payer payer, ClaimReview review) {
    claims++;
    for (LineReview line : review.lines()) {
      lines++;
      codeApplies.merge(line.codeApplies(), 1L, Long::sum);
      modifier26.merge(line.modifier26(), 1L, Long::sum);
      payers.merge(payer, 1L, Long::sum);
      for (Finding finding : line.findings()) {
        findings.merge(finding.severity(), 1L, Long::sum);
        edits(finding.severity()).merge(finding.edit(), 1L, Long::sum);
      }
    }
  }

  private Map<String, Long> edits(Severity severity) {
    return edits.computeIfAbsent(severity, s -> new HashMap<>());
  }

  /** Claims in which the code does not occur, so that nobody read them. */
  public void countPassedOver(int passedOver) {
    claims += passedOver;
  }

  public void countNotRead() {
    notRead++;
  }

  public long claims() {
    return claims;
  }

  /** Lines billed with 76496. */
  public long lines() {
    return lines;
  }

  public long findings(Severity severity) {
    return findings.getOrDefault(severity, 0L);
  }

  public long lines(CodeApplies answer) {
    return codeApplies.getOrDefault(answer, 0L);
  }

  public long lines(Modifier26 answer) {
    return modifier26.getOrDefault(answer, 0L);
  }

  /** Lines billed with 76496 by payer, most first. */
  public List<Entry<String, Long>> payers() {
    Map<String, Long> named = new HashMap<>();
    payers.forEach((payer, count) -> named.merge(payer.toString(), count, Long::sum));
    return mostFirst(named);
  }

  /** Findings by severity and edit, most first. */
  public List<Entry<String, Long>> edits() {
    Map<String, Long> named = new HashMap<>();
    edits.forEach(
        (severity, counts) ->
            counts.forEach((edit, count) -> named.put(severity + " " + edit, count)));
    return mostFirst(named);
  }

  private static List<Entry<String, Long>> mostFirst(Map<String, Long> counts) {
    return counts.entrySet().stream().sorted(MOST_FIRST).toList();
  }

  /** Files, transactions and claims that were named as not read. */
  public long notRead() {
    return notRead;
  }

  /** Everything in one line. */
  public String inOneLine() {
    return counted(claims, "claim")
        + " read, "
        + counted(lines, "line")
        + " with 76496: "
        + counted(findings(Severity.ERROR), "error")
        + ", "
        + counted(findings(Severity.WARNING), "warning")
        + "; "
        + (notRead == 0 ? "nothing" : counted(notRead, "input"))
        + " not read";
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
