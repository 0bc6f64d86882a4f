package io.github.cpt76496.examples.scrubber;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes one X12 837 professional file (005010X222A1) of made-up claims to standard output. It
 * needs nothing but a JDK: {@code java ClaimGenerator.java 1000000 RADIOLOGY > claims.837}.
 *
 * <p>How often 76496 occurs is an assumption; nobody publishes it. Claims have one to six lines,
 * three and a half on average. People and providers are numbers.
 */
public final class ClaimGenerator {

  private static final String ISA =
      "ISA*00*          *00*          *ZZ*GENERATED      *ZZ*NOBODY         "
          + "*261102*0900*^*00501*000000001*0*T*:~\n";

  private static final int CLAIMS_PER_TRANSACTION = 5000;

  private static final List<String> PAYERS =
      List.of(
          "AETNA",
          "BLUE CROSS BLUE SHIELD OF NEBRASKA",
          "CIGNA",
          "UNITEDHEALTHCARE",
          "PALMETTO GBA",
          "NORIDIAN",
          "FIRST COAST",
          "SOME OTHER PAYER");

  private static final List<String> FILED_AS =
      List.of("CI", "BL", "CI", "CI", "MB", "MB", "MB", "CI");

  private static final List<String> OTHER_CODES =
      List.of(
          "99213", "99214", "71046", "72100", "80053", "85025", "93000", "47533", "36556", "77002");

  private static final List<String> PLACES = List.of("11", "22", "24", "49");

  /** How many service lines there are for one that is billed with 76496. */
  public enum Mix {
    /** All kinds of claims: one line in 100,000. */
    CLEARING_HOUSE(100_000),
    /** The work list of a radiology group: one line in 100. */
    RADIOLOGY(100),
    /** Nothing else. */
    ALL(1);

    private final int linesForOne;

    Mix(int linesForOne) {
      this.linesForOne = linesForOne;
    }
  }

  private final Writer out;
  private final Mix mix;
  private final SplittableRandom random;
  private int segments;

  private ClaimGenerator(Writer out, Mix mix, long seed) {
    this.out = out;
    this.mix = mix;
    this.random = new SplittableRandom(seed);
  }

  public static void main(String[] args) {
    if (args.length == 0 || !args[0].matches("[0-9]{1,9}")) {
      System.err.println("usage: ClaimGenerator CLAIMS [CLEARING_HOUSE|RADIOLOGY|ALL [SEED]]");
      System.exit(2);
    }
    Mix mix = args.length > 1 ? Mix.valueOf(args[1].toUpperCase(Locale.ROOT)) : Mix.RADIOLOGY;
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.US_ASCII),
            1 << 16)) {
      write(out, Integer.parseInt(args[0]), mix, args.length > 2 ? Long.parseLong(args[2]) : 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a file; the same seed gives the same file.
   *
   * @param claims how many
   */
  public static void write(Writer out, int claims, Mix mix, long seed) throws IOException {
    new ClaimGenerator(out, mix, seed).file(claims);
  }

  private void file(int claims) throws IOException {
    out.write(ISA);
    out.write("GS*HC*GENERATED*NOBODY*20261102*0900*1*X*005010X222A1~\n");
    int transactions = 0;
    for (int first = 1; first <= claims; first += CLAIMS_PER_TRANSACTION) {
      transactions++;
      transaction(transactions, first, Math.min(claims, first + CLAIMS_PER_TRANSACTION - 1));
    }
    out.write("GE*" + transactions + "*1~\nIEA*1*000000001~\n");
    out.flush();
  }

  private void transaction(int number, int first, int last) throws IOException {
    segments = 0;
    segment("ST*837*" + number + "*005010X222A1");
    segment("BHT*0019*00*" + number + "*20261102*0900*CH");
    segment("NM1*41*2*GENERATED*****46*1");
    segment("PER*IC*NOBODY*TE*0000000000");
    segment("NM1*40*2*NOBODY*****46*2");
    segment("HL*1**20*1");
    segment("NM1*85*2*PROVIDER*****XX*0000000000");
    segment("N3*1 STREET");
    segment("N4*TOWN*NE*000000000");
    segment("REF*EI*000000000");
    for (int claim = first; claim <= last; claim++) {
      claim(claim, claim - first + 2);
    }
    segment("SE*" + (segments + 1) + "*" + number);
  }

  private void claim(int number, int level) throws IOException {
    int payer = random.nextInt(PAYERS.size());
    segment("HL*" + level + "*1*22*0");
    segment("SBR*P*18*******" + FILED_AS.get(payer));
    segment("NM1*IL*1*NAME*GIVEN****MI*" + number);
    segment("N3*1 STREET");
    segment("N4*TOWN*NE*000000000");
    segment("DMG*D8*19700101*U");
    segment("NM1*PR*2*" + PAYERS.get(payer) + "*****PI*" + payer);
    int lines = 1 + random.nextInt(6);
    segment(
        "CLM*C"
            + number
            + "*"
            + 100 * lines
            + "***"
            + PLACES.get(random.nextInt(4))
            + ":B:1*Y*A*Y*Y");
    segment("HI*ABK:R109");
    String day =
        String.format(Locale.ROOT, "2026%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28));
    for (int line = 1; line <= lines; line++) {
      segment("LX*" + line);
      segment("SV1*HC:" + procedure() + "*100*UN*1***1");
      segment("DTP*472*D8*" + day);
      segment("REF*6R*" + number + "." + line);
    }
  }

  private String procedure() {
    if (random.nextInt(mix.linesForOne) > 0) {
      return OTHER_CODES.get(random.nextInt(OTHER_CODES.size()));
    }
    return switch (random.nextInt(4)) {
      case 0 -> "76496";
      case 1 -> "76496:TC";
      case 2 -> "76496:26";
      default -> "76496:26::::FLUOROSCOPIC STUDY OF AN IMPLANTED DEVICE";
    };
  }

  private void segment(String text) throws IOException {
    segments++;
    out.write(text);
    out.write("~\n");
  }
}
