package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants.Delimiters;
import io.xlate.edi.stream.EDIStreamConstants.Standards;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An X12 277CA (005010X214), as a clearing-house would answer the file: one transaction with a
 * level for every claim, in the order of the input. It is not a payer's answer, and says so: the
 * interchange is marked as a test, the source of the information is a clearing-house whose name is
 * that this is a check before submission, and so begins the message of every claim.
 *
 * <p>What the guide requires and this program does not read is written as not read: no name and no
 * number of a person or provider goes out, and no charge. The trace of a claim is the submitter's
 * own control number (CLM01), without which the answer would find no claim. Beside it stand the
 * dates of service, and the codes and modifiers of the lines that are returned, as the guide
 * requires.
 *
 * <p>A claim is returned (action U) where a finding calls for a change and is as severe as what the
 * user takes for a failure, an error unless said otherwise: the receiver of a 277CA takes what is
 * returned for lost, and a line that is only doubtful may be right. Its lines follow with their
 * statuses. A document that is required and missing asks for information (R1) and returns nothing;
 * all else is acknowledged, with the edits that warn in the message. What could not be read is no
 * claim that could be answered, and is told on the error stream alone.
 */
public final class AcknowledgmentReport implements Report {

  /** staedi tells of its own schema what concerns no claim. Held here, or it would be forgotten. */
  private static final Logger SCHEMAS = Logger.getLogger("io.xlate.edi.internal.schema");

  static {
    SCHEMAS.setLevel(Level.WARNING);
  }

  private static final String GUIDE = "005010X214";
  private static final String US = "CPT76496-EDITS";
  private static final String NOT_READ = "NOT READ";
  private static final String NO_CHARGE = "0";
  private static final String PRE_SUBMISSION = "PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER";

  private static final String WHAT_IF =
      PRE_SUBMISSION + ", OF THE CLAIM AS --set OR --answers CHANGED IT";

  private static final String ACCEPTED = "WQ";
  private static final String RETURNED = "U";

  /** Received, and nothing is wanted; the status needs an entity, here a clearing-house. */
  private static final String RECEIVED = "A1:19:AY";

  /** That the lines say why, by NGS CEDI, the front end of Medicare whose pages were read. */
  private static final String SEE_LINES = "A3:247";

  private static final String ACKNOWLEDGED = "A1:";
  private static final String ASKED_FOR = "R1:";

  /** The elements of a status segment that are statuses. */
  private static final List<Integer> STATUSES = List.of(1, 10, 11);

  /** The longest trace (TRN02) and the longest message (STC12). */
  private static final int LONGEST_TRACE = 50;

  private static final int LONGEST_MESSAGE = 264;

  private static final int ISA_ID = 15;

  /** What separates here, and what is no character of X12. */
  private static final String NO_VALUE = "[*:~^]|[^ -~]";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

  private final PrintWriter out;
  private final PrintWriter err;
  private final String day;
  private final String time;
  private final Severity fails;
  private final EDIStreamWriter writer;
  private int segments;
  private int levels;

  /**
   * A report that writes nothing before its first claim or its end.
   *
   * @param clock tells the day and time of the acknowledgement, which X12 requires
   * @param fails the least severe finding for which a claim is returned
   */
  public AcknowledgmentReport(PrintWriter out, PrintWriter err, Clock clock, Severity fails) {
    this.out = out;
    this.err = err;
    this.fails = fails;
    LocalDateTime now = LocalDateTime.now(clock);
    this.day = DAY.format(now);
    this.time = TIME.format(now);
    EDIOutputFactory factory = EDIOutputFactory.newFactory();
    factory.setProperty(EDIOutputFactory.PRETTY_PRINT, true);
    factory.setProperty(Delimiters.SEGMENT, '~');
    factory.setProperty(Delimiters.DATA_ELEMENT, '*');
    factory.setProperty(Delimiters.COMPONENT_ELEMENT, ':');
    factory.setProperty(Delimiters.REPETITION, '^');
    this.writer = factory.createEDIStreamWriter(new Characters(out));
  }

  /** Writes all that comes before the first claim, once. */
  private void begin(boolean hasClaims) throws EDIStreamException, EDISchemaException {
    if (levels > 0) {
      return;
    }
    // Holds the envelope to X12's own rules.
    writer.setControlSchema(
        SchemaFactory.newFactory().getControlSchema(Standards.X12, new String[] {"00501"}));
    writer.startInterchange();
    String none = " ".repeat(10);
    writer.writeStartSegment("ISA");
    for (String element :
        List.of(
            "00",
            none,
            "00",
            none,
            "ZZ",
            padded(US),
            "ZZ",
            padded(NOT_READ),
            day.substring(2),
            time,
            "^",
            "00501",
            "000000001",
            "0",
            "T",
            ":")) {
      writer.writeElement(element);
    }
    writer.writeEndSegment();
    segment("GS", "HN", US, NOT_READ, day, time, "1", "X", GUIDE);
    segments = 0;
    segment("ST", "277", "0001", GUIDE);
    segment("BHT", "0085", "08", "1", day, time, "TH");
    level("", "20", "1");
    segment("NM1", "AY", "2", PRE_SUBMISSION, "", "", "", "", "46", US);
    segment("TRN", "1", "1");
    segment("DTP", "050", "D8", day);
    segment("DTP", "009", "D8", day);
    level("1", "21", "1");
    segment("NM1", "41", "2", NOT_READ, "", "", "", "", "46", NOT_READ);
    segment("TRN", "2", "1");
    segment("STC", RECEIVED, day, ACCEPTED, NO_CHARGE);
    level("2", "19", hasClaims ? "1" : "0");
    segment("NM1", "85", "2", NOT_READ, "", "", "", "", "FI", NOT_READ);
    segment("TRN", "1", "0");
    segment("STC", RECEIVED, "", ACCEPTED, NO_CHARGE);
  }

  private static String padded(String id) {
    return id + " ".repeat(ISA_ID - id.length());
  }

  /** Segments are counted and levels numbered, so claims are written in their order. */
  @Override
  public Runnable prepare(Answered answered) {
    String whose = answered.changes().isEmpty() ? PRE_SUBMISSION : WHAT_IF;
    return () -> answer(answered.file(), answered.claim(), answered.review(), whose);
  }

  private void answer(String file, PlacedClaim claim, ClaimReview review, String whose) {
    claim.notices().forEach(notice -> Report.tell(err, file, notice));
    if (claim.claim().lines().isEmpty()) {
      Report.tell(
          err,
          file,
          new Problem(
              claim.id(),
              claim.place(),
              "no line of the claim was read, so it has no date of service, without which a 277CA"
                  + " cannot name it; it is left out"));
      return;
    }
    write(
        () -> {
          begin(true);
          claim(file, claim, review, whose);
        });
  }

  private void claim(String file, PlacedClaim placed, ClaimReview review, String whose)
      throws EDIStreamException {
    Claim claim = placed.claim();
    List<Finding> findings = new ArrayList<>();
    review.lines().forEach(line -> findings.addAll(line.findings()));
    level("3", "PT", "");
    segment("NM1", "QC", "1", NOT_READ, "", "", "", "", "MI", NOT_READ);
    segment("TRN", "2", trace(file, placed));
    boolean isReturned = isReturned(findings);
    for (List<String> statuses : statusesOfClaim(findings)) {
      boolean isAsked = statuses.get(0).startsWith(ASKED_FOR);
      status(statuses, isReturned && !isAsked, NO_CHARGE, message(whose, findings));
    }
    segment("DTP", days(claim));
    for (LineReview line : review.lines()) {
      if (isReturned(line.findings())) {
        line(claim, line);
      }
    }
  }

  private void line(Claim claim, LineReview line) throws EDIStreamException {
    List<String> service = new ArrayList<>(List.of("HC", line.procedureCode()));
    service.addAll(line.modifiers());
    segment("SVC", String.join(":", service), NO_CHARGE, "", revenueCode(claim, line));
    status(statuses(line.findings(), this::returns), true, "", "");
    segment("REF", "FJ", String.valueOf(line.number()));
    segment("DTP", "472", "D8", DAY.format(line.dateOfService()));
  }

  private static String revenueCode(Claim claim, LineReview line) {
    for (ServiceLine stated : claim.lines()) {
      if (stated.number() == line.number()) {
        return stated.revenueCode();
      }
    }
    return "";
  }

  /** What returns the claim and where to read why; what is asked for; or that nothing is. */
  private List<List<String>> statusesOfClaim(List<Finding> findings) {
    List<List<String>> all = new ArrayList<>();
    if (isReturned(findings)) {
      all.add(List.of(statuses(findings, this::returns).get(0), SEE_LINES));
    }
    List<String> asked = statuses(findings, AcknowledgmentReport::asks);
    if (!asked.isEmpty()) {
      all.add(asked);
    }
    return all.isEmpty() ? List.of(List.of(RECEIVED)) : all;
  }

  /** The answer that the most severe finding has, and then what all of them are about. */
  private static List<String> statuses(List<Finding> findings, Sort sort) {
    Set<String> status = new LinkedHashSet<>();
    for (Finding finding : bySeverity(findings, sort)) {
      List<String> stated = finding.remedy().claimStatus();
      status.addAll(status.isEmpty() ? stated : stated.subList(1, stated.size()));
    }
    return new ArrayList<>(status);
  }

  private static List<Finding> bySeverity(List<Finding> findings, Sort sort) {
    return findings.stream()
        .filter(sort::has)
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private boolean isReturned(List<Finding> findings) {
    return findings.stream().anyMatch(this::returns);
  }

  private boolean returns(Finding finding) {
    return callsForChange(finding) && finding.severity().compareTo(fails) <= 0;
  }

  /** Of something in the claim; what only the host's record can settle returns nothing. */
  private static boolean callsForChange(Finding finding) {
    Remedy remedy = finding.remedy();
    List<String> status = remedy.claimStatus();
    return !status.isEmpty()
        && !asks(finding)
        && !status.get(0).startsWith(ACKNOWLEDGED)
        && (status.size() > 1 || !remedy.x12Professional().isEmpty());
  }

  private static boolean asks(Finding finding) {
    List<String> status = finding.remedy().claimStatus();
    return !status.isEmpty() && status.get(0).startsWith(ASKED_FOR);
  }

  /** A kind of finding. */
  private interface Sort {
    boolean has(Finding finding);
  }

  /** Whose answer this is, and the edits behind it, as many as there is room for. */
  private static String message(String whose, List<Finding> findings) {
    Set<String> edits = new LinkedHashSet<>();
    bySeverity(findings, finding -> callsForChange(finding) || asks(finding))
        .forEach(finding -> edits.add(finding.edit()));
    StringBuilder message = new StringBuilder(whose);
    for (String edit : edits) {
      String next = "; " + value(edit);
      if (message.length() + next.length() <= LONGEST_MESSAGE) {
        message.append(next);
      }
    }
    return message.toString();
  }

  private static String[] days(Claim claim) {
    TreeSet<String> days = new TreeSet<>();
    claim.lines().forEach(line -> days.add(DAY.format(line.dateOfService())));
    String first = days.first();
    String last = days.last();
    return first.equals(last)
        ? new String[] {"472", "D8", first}
        : new String[] {"472", "RD8", first + "-" + last};
  }

  /** The submitter's control number of the claim. */
  private String trace(String file, PlacedClaim placed) {
    String id = placed.id().strip();
    if (id.isEmpty()) {
      Report.tell(
          err, file, new Problem("", placed.place(), "the claim has no id, so its trace says so"));
      return "NOT STATED";
    }
    String trace = value(id);
    trace = trace.substring(0, Math.min(trace.length(), LONGEST_TRACE));
    if (!trace.equals(id)) {
      Report.tell(
          err,
          file,
          new Problem(
              "",
              placed.place(),
              "the claim's id is too long for X12 or has a character that it cannot carry, so its"
                  + " trace differs"));
    }
    return trace;
  }

  private static String value(String text) {
    return text.replaceAll(NO_VALUE, "-");
  }

  // ---- Segments

  private void level(String parent, String code, String hasChildren) throws EDIStreamException {
    levels++;
    segment("HL", String.valueOf(levels), parent, code, hasChildren);
  }

  /** A status segment; more statuses than it has room for are left out, the last first. */
  private void status(List<String> statuses, boolean isReturned, String charge, String message)
      throws EDIStreamException {
    String[] elements = new String[13];
    Arrays.fill(elements, "");
    int next = 0;
    for (String status : statuses) {
      if (next < STATUSES.size()) {
        elements[STATUSES.get(next)] = status;
        next++;
      }
    }
    elements[2] = day;
    elements[3] = isReturned ? RETURNED : ACCEPTED;
    elements[4] = charge;
    elements[12] = message;
    segment("STC", List.of(elements).subList(1, elements.length).toArray(String[]::new));
  }

  /** Writes a segment; empty elements at its end are left out, and a colon parts components. */
  private void segment(String name, String... elements) throws EDIStreamException {
    int length = elements.length;
    while (length > 0 && elements[length - 1].isEmpty()) {
      length--;
    }
    writer.writeStartSegment(name);
    for (int i = 0; i < length; i++) {
      if (elements[i].indexOf(':') < 0) {
        writer.writeElement(elements[i]);
        continue;
      }
      writer.writeStartElement();
      for (String component : elements[i].split(":", -1)) {
        writer.writeComponent(component);
      }
      writer.endElement();
    }
    writer.writeEndSegment();
    segments++;
  }

  // ---- What is said beside the answers

  @Override
  public void problem(String file, Problem problem) {
    Report.tell(err, file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    Report.tell(err, file, notice);
  }

  @Override
  public void summary(Tally tally) {
    write(writer::flush);
  }

  @Override
  public void close() {
    write(
        () -> {
          begin(false);
          segment("SE", String.valueOf(segments + 1), "0001");
          segment("GE", "1", "1");
          segment("IEA", "1", "000000001");
          writer.endInterchange();
          writer.close();
        });
    out.flush();
  }

  private static void write(Part part) {
    try {
      part.write();
    } catch (EDIStreamException | EDISchemaException e) {
      // Without its cause, whose message can hold a value of the claim.
      throw new IllegalStateException("the 277CA cannot be written");
    }
  }

  /** What is written at once. */
  private interface Part {
    void write() throws EDIStreamException, EDISchemaException;
  }

  /** All that goes out is ASCII, a byte a character. */
  private static final class Characters extends OutputStream {
    private final PrintWriter out;

    Characters(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void write(int character) {
      out.write(character);
    }

    @Override
    public void flush() {
      out.flush();
    }
  }
}
