package io.github.cpt76496.examples.scrubber.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.imsweb.x12.Loop;
import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each file is read back by StAEDI and, by the map of the guide, by imsweb's parser. */
class AcknowledgmentReportTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T10:15:00Z"), ZoneOffset.UTC);

  private static final String BEFORE_THE_CLAIMS =
      """
      ISA*00*          *00*          *ZZ*CPT76496-EDITS *ZZ*NOT READ       *261129*1015*^*00501*000000001*0*T*:~
      GS*HN*CPT76496-EDITS*NOT READ*20261129*1015*1*X*005010X214~
      ST*277*0001*005010X214~
      BHT*0085*08*1*20261129*1015*TH~
      HL*1**20*1~
      NM1*AY*2*PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER*****46*CPT76496-EDITS~
      TRN*1*1~
      DTP*050*D8*20261129~
      DTP*009*D8*20261129~
      HL*2*1*21*1~
      NM1*41*2*NOT READ*****46*NOT READ~
      TRN*2*1~
      STC*A1:19:AY*20261129*WQ*0~
      """;

  private static final String WITH_CLAIMS =
      BEFORE_THE_CLAIMS
          + """
          HL*3*2*19*1~
          NM1*85*2*NOT READ*****FI*NOT READ~
          TRN*1*0~
          STC*A1:19:AY**WQ*0~
          """;

  private final StringWriter err = new StringWriter();

  private String written(Consumer<Report> calls) {
    return written(Severity.ERROR, calls);
  }

  private String written(Severity fails, Consumer<Report> calls) {
    StringWriter out = new StringWriter();
    try (Report report =
        new AcknowledgmentReport(new PrintWriter(out), new PrintWriter(err), CLOCK, fails)) {
      calls.accept(report);
      report.summary(new Tally());
    }
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private static void review(Report report, String id, Claim claim) {
    report.review("f", new PlacedClaim(id, "claim 1", claim), EDITS.review(claim));
  }

  private static Claim claim(Payer payer, ServiceLine... lines) {
    return Claim.builder(Form.PROFESSIONAL, payer).lines(lines).build();
  }

  private static ServiceLine.Builder line(int number) {
    return ServiceLine.builder(number, "76496", DAY);
  }

  /** The parser of the receiver finds no fault, and StAEDI reads every segment. */
  private static void requireReadable(String file) throws IOException, EDIStreamException {
    X12Reader reader =
        new X12Reader(FileType.ANSI837_5010_X214, new StringReader(file.replace("\n", "")));
    assertEquals(List.of(), reader.getErrors());
    assertEquals(List.of(), reader.getFatalErrors());
    assertEquals(file.lines().toList(), segments(file));
  }

  private static List<String> segments(String file) throws IOException, EDIStreamException {
    List<String> segments = new ArrayList<>();
    StringBuilder segment = new StringBuilder();
    boolean inComposite = false;
    boolean first = true;
    try (EDIStreamReader reader =
        EDIInputFactory.newFactory()
            .createEDIStreamReader(new ByteArrayInputStream(file.getBytes(US_ASCII)))) {
      while (reader.hasNext()) {
        EDIStreamEvent event = reader.next();
        switch (event) {
          case START_SEGMENT -> segment.append(reader.getText());
          case START_COMPOSITE -> {
            inComposite = true;
            first = true;
            segment.append('*');
          }
          case END_COMPOSITE -> inComposite = false;
          case ELEMENT_DATA -> {
            segment.append(inComposite ? (first ? "" : ":") : "*").append(reader.getText());
            first = false;
          }
          case END_SEGMENT -> {
            segments.add(segment + "~");
            segment.setLength(0);
          }
          default -> {}
        }
      }
    }
    return segments;
  }

  @Test
  void aClaimIsReturnedWithItsLines() throws IOException, EDIStreamException {
    Claim claim =
        claim(
            Payer.of(Family.MEDICARE, "CGS"),
            ServiceLine.builder(1, "47490", DAY).placeOfService("22").build(),
            line(2).modifiers("26", "59").placeOfService("22").build());

    String file = written(report -> review(report, "C-1", claim));

    assertEquals(
        WITH_CLAIMS
            + """
            HL*4*3*PT~
            NM1*QC*1*NOT READ*****MI*NOT READ~
            TRN*2*C-1~
            STC*A7:21*20261129*U*0******A3:247**PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER; documentation/medicare/cgs#CLAIM_NARRATIVE_DESCRIPTION; procedure/procedure-with-distinct-service; modifier/distinct-service-on-unlisted-code~
            DTP*472*D8*20260302~
            SVC*HC:76496:26:59*0~
            STC*A7:21*20261129*U*******A7:306~
            REF*FJ*2~
            DTP*472*D8*20260302~
            SE*25*0001~
            GE*1*1~
            IEA*1*000000001~
            """,
        file);
    requireReadable(file);
  }

  @Test
  void aMissingDocumentIsAskedFor() throws IOException, EDIStreamException {
    Claim claim =
        claim(
            Payer.of(Family.BCBS, "NEBRASKA"),
            line(1).placeOfService("11").description("cine of the diaphragm").build());

    String file = written(report -> review(report, "C-1", claim));

    assertEquals(
        WITH_CLAIMS
            + """
            HL*4*3*PT~
            NM1*QC*1*NOT READ*****MI*NOT READ~
            TRN*2*C-1~
            STC*R1:294*20261129*WQ*0******R1:297**PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER; documentation/bcbs/nebraska#CLINICAL_RECORDS; procedure/not-settled; modifier/component-unknown~
            DTP*472*D8*20260302~
            SE*21*0001~
            GE*1*1~
            IEA*1*000000001~
            """,
        file);
    requireReadable(file);
  }

  /** As the exit code has it: a line that is only doubtful fails where the user says so. */
  @Test
  void aWarningReturnsAClaimOnlyWhereWarningsFail() throws IOException, EDIStreamException {
    Claim claim =
        claim(
            Payer.of(Family.AETNA),
            line(1).placeOfService("11").description("cine of the diaphragm").build());

    String acknowledged = written(report -> review(report, "C-1", claim));
    String returned = written(Severity.WARNING, report -> review(report, "C-1", claim));

    assertEquals(
        WITH_CLAIMS
            + """
            HL*4*3*PT~
            NM1*QC*1*NOT READ*****MI*NOT READ~
            TRN*2*C-1~
            STC*A1:19:AY*20261129*WQ*0********PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER; procedure/not-settled; modifier/component-unknown~
            DTP*472*D8*20260302~
            SE*21*0001~
            GE*1*1~
            IEA*1*000000001~
            """,
        acknowledged);
    assertEquals(
        WITH_CLAIMS
            + """
            HL*4*3*PT~
            NM1*QC*1*NOT READ*****MI*NOT READ~
            TRN*2*C-1~
            STC*A3:21*20261129*U*0******A3:247**PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER; procedure/not-settled; modifier/component-unknown~
            DTP*472*D8*20260302~
            SVC*HC:76496*0~
            STC*A3:21*20261129*U*******A3:306*A3:453~
            REF*FJ*1~
            DTP*472*D8*20260302~
            SE*25*0001~
            GE*1*1~
            IEA*1*000000001~
            """,
        returned);
    requireReadable(acknowledged);
    requireReadable(returned);
  }

  @Test
  void aClaimWithoutTheCodeIsAcknowledged() throws IOException, EDIStreamException {
    Claim claim =
        claim(
            Payer.of(Family.AETNA),
            ServiceLine.builder(1, "99213", DAY).build(),
            ServiceLine.builder(2, "99214", DAY.plusDays(2)).build());

    String file = written(report -> review(report, "C-1", claim));

    assertEquals(
        WITH_CLAIMS
            + """
            HL*4*3*PT~
            NM1*QC*1*NOT READ*****MI*NOT READ~
            TRN*2*C-1~
            STC*A1:19:AY*20261129*WQ*0********PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER~
            DTP*472*RD8*20260302-20260304~
            SE*21*0001~
            GE*1*1~
            IEA*1*000000001~
            """,
        file);
    requireReadable(file);
  }

  /** Such as a claim of which every item is cancelled: a 277CA must have a date of service. */
  @Test
  void aClaimWithoutLinesIsToldAndLeftOut() throws IOException, EDIStreamException {
    Claim without = claim(Payer.of(Family.AETNA));
    Claim with = claim(Payer.of(Family.AETNA), ServiceLine.builder(1, "99213", DAY).build());

    String file =
        written(
            report -> {
              review(report, "C-1", without);
              review(report, "C-2", with);
            });

    assertEquals(
        WITH_CLAIMS
            + """
            HL*4*3*PT~
            NM1*QC*1*NOT READ*****MI*NOT READ~
            TRN*2*C-2~
            STC*A1:19:AY*20261129*WQ*0********PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER~
            DTP*472*D8*20260302~
            SE*21*0001~
            GE*1*1~
            IEA*1*000000001~
            """,
        file);
    requireReadable(file);
    assertEquals(
        "f: claim 1: no line of the claim was read, so it has no date of service, without which a"
            + " 277CA cannot name it; it is left out",
        err.toString().strip());
  }

  @Test
  void aFileWithoutAClaimIsOneAcknowledgement() throws IOException, EDIStreamException {
    String file =
        written(report -> report.problem("f", new Problem("C-9", "claim 1", "cannot be read")));

    assertEquals(
        BEFORE_THE_CLAIMS
            + """
            HL*3*2*19*0~
            NM1*85*2*NOT READ*****FI*NOT READ~
            TRN*1*0~
            STC*A1:19:AY**WQ*0~
            SE*16*0001~
            GE*1*1~
            IEA*1*000000001~
            """,
        file);
    assertEquals(file.lines().toList(), segments(file));
    assertEquals("f: claim 1: cannot be read", err.toString().strip());
  }

  /** What separates in X12 cannot be in a trace. */
  @Test
  void aTraceThatX12CannotCarryIsTold() throws IOException, EDIStreamException {
    Claim claim = claim(Payer.of(Family.AETNA), ServiceLine.builder(1, "99213", DAY).build());

    String file =
        written(
            report -> {
              review(report, "A*B:C~D^é" + "x".repeat(60), claim);
              review(report, " ", claim);
            });

    assertEquals(
        List.of("TRN*2*A-B-C-D--" + "x".repeat(41) + "~", "TRN*2*NOT STATED~"),
        file.lines().filter(segment -> segment.startsWith("TRN*2*")).skip(1).toList());
    assertEquals(
        List.of(
            "f: claim 1: the claim's id is too long for X12 or has a character that it cannot"
                + " carry, so its trace differs",
            "f: claim 1: the claim has no id, so its trace says so"),
        err.toString().lines().toList());
    requireReadable(file);
  }

  /** The receiver finds each claim by its trace, and below it the lines that are returned. */
  @Test
  void theParserOfTheReceiverFindsClaimsAndLines() throws IOException {
    Payer payer = Payer.of(Family.MEDICARE);
    String file =
        written(
            report -> {
              review(report, "C-1", claim(payer, line(1).placeOfService("31").build()));
              review(report, "C-2", claim(payer, ServiceLine.builder(1, "99213", DAY).build()));
            });
    Loop transaction =
        new X12Reader(FileType.ANSI837_5010_X214, new StringReader(file.replace("\n", "")))
            .getLoops()
            .get(0);
    List<String> found = new ArrayList<>();
    for (Loop loop : transaction.findLoop("2200D")) {
      List<String> lines = new ArrayList<>();
      for (Loop line : loop.findLoop("2220D")) {
        lines.add(line.getSegment("REF").getElementValue("REF02"));
      }
      found.add(
          loop.getSegment("TRN").getElementValue("TRN02")
              + " "
              + loop.getSegment("STC").getElementValue("STC01")
              + " "
              + lines);
    }
    assertEquals(List.of("C-1 A3:21 [1]", "C-2 A1:19:AY []"), found);
  }

  @Test
  void aChangedClaimIsMarked() throws IOException, EDIStreamException {
    Claim claim = claim(Payer.of(Family.AETNA), ServiceLine.builder(1, "99213", DAY).build());

    String file =
        written(
            report ->
                report
                    .prepare(
                        new Answered(
                            "f",
                            new PlacedClaim("C-1", "claim 1", claim),
                            List.of("modifiers=26"),
                            List.of(),
                            EDITS.review(claim),
                            EDITS.review(claim)))
                    .run());

    assertEquals(
        "STC*A1:19:AY*20261129*WQ*0********PRE-SUBMISSION CHECK, NOT A PAYER'S ANSWER, OF THE CLAIM"
            + " AS --set OR --answers CHANGED IT~",
        file.lines()
            .filter(segment -> segment.startsWith("STC"))
            .skip(2)
            .findFirst()
            .orElseThrow());
    requireReadable(file);
  }
}
