package io.github.cpt76496.examples.scrubber;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;

/** What a file holds, told by its first characters: names and endings of claim files vary. */
enum InputKind {
  X12(""),
  JSON(""),
  CSV(""),
  X12_WITHOUT_ISA(
      "X12 without its ISA segment, which says what the delimiters are; the file starts with"
          + " another segment"),
  X12_IN_SMALL_LETTERS(
      "X12 that begins with isa in small letters; segment identifiers are capitals, so write them"
          + " so"),
  X12_IN_EBCDIC("X12 in EBCDIC; convert it to ASCII"),
  UTF_16("text in UTF-16; save it as UTF-8"),
  GZIP("gzip inside gzip; unpack it first"),
  ZIP("a zip archive; unpack it first"),
  FHIR_XML("FHIR in XML, which is not read; write it as JSON"),
  XML("XML, which is not read; of FHIR, JSON is"),
  EMPTY("empty"),
  OTHER(
      "neither X12, which starts with ISA, nor JSON, which starts with { or [, nor CSV, whose first"
          + " line names the columns procedureCode and dateOfService");

  /** A header line is not longer, and what is looked at must be held to be read again. */
  private static final int LONGEST_HEADER = 1 << 14;

  private static final byte[] ISA_IN_EBCDIC = {(byte) 0xC9, (byte) 0xE2, (byte) 0xC1};

  private final String whyNotRead;

  InputKind(String whyNotRead) {
    this.whyNotRead = whyNotRead;
  }

  /** Why a file of this kind is not read; empty for kinds that are. */
  public String whyNotRead() {
    return whyNotRead;
  }

  /**
   * Drops a byte order mark and white space, and leaves the stream at the first character; of JSON
   * the white space stays, because its lines are counted.
   *
   * @param in a stream that supports {@link InputStream#mark}
   * @param isCsvHeader whether a line is the header of a CSV file of claims
   */
  public static InputKind of(InputStream in, Predicate<String> isCsvHeader) throws IOException {
    dropByteOrderMark(in);
    if (isJson(in)) {
      return JSON;
    }
    dropWhiteSpace(in);
    byte[] start = peek(in, 3);
    if (start.length == 0) {
      return EMPTY;
    }
    InputKind byMark = byMark(start);
    if (byMark == XML) {
      String beginning = new String(peek(in, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
      return beginning.contains("http://hl7.org/fhir") ? FHIR_XML : XML;
    }
    return byMark == OTHER && isCsvHeader.test(firstLine(in)) ? CSV : byMark;
  }

  private static InputKind byMark(byte[] start) {
    int first = start[0] & 0xFF;
    if (first == '{' || first == '[') {
      return JSON;
    }
    if (first == '<') {
      return XML;
    }
    if (first == 0xFE || first == 0xFF) {
      return UTF_16;
    }
    if (isGzip(start)) {
      return GZIP;
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.equals("ISA")) {
      return X12;
    }
    if (text.equalsIgnoreCase("ISA")) {
      return X12_IN_SMALL_LETTERS;
    }
    if (Arrays.equals(start, ISA_IN_EBCDIC)) {
      return X12_IN_EBCDIC;
    }
    if (text.startsWith("PK\3")) {
      return ZIP;
    }
    return text.equals("GS*") || text.equals("ST*") ? X12_WITHOUT_ISA : OTHER;
  }

  /** Whether these are the first bytes of a gzip stream (RFC 1952). */
  public static boolean isGzip(byte[] start) {
    return start.length > 1 && start[0] == 0x1F && start[1] == (byte) 0x8B;
  }

  /** The next bytes, which stay in the stream. */
  public static byte[] peek(InputStream in, int length) throws IOException {
    in.mark(length);
    byte[] bytes = in.readNBytes(length);
    in.reset();
    return bytes;
  }

  private static void dropByteOrderMark(InputStream in) throws IOException {
    byte[] start = peek(in, 3);
    if (start.length == 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      in.skipNBytes(3);
    }
  }

  private static boolean isJson(InputStream in) throws IOException {
    in.mark(LONGEST_HEADER);
    int character = in.read();
    for (int i = 1; i < LONGEST_HEADER && " \t\r\n".indexOf(character) >= 0; i++) {
      character = in.read();
    }
    in.reset();
    return character == '{' || character == '[';
  }

  private static void dropWhiteSpace(InputStream in) throws IOException {
    int character;
    do {
      in.mark(1);
      character = in.read();
    } while (character == ' ' || (character >= '\t' && character <= '\r'));
    in.reset();
  }

  private static String firstLine(InputStream in) throws IOException {
    in.mark(LONGEST_HEADER);
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != -1 && c != '\n' && c != '\r'; c = in.read()) {
      if (line.length() == LONGEST_HEADER - 1) {
        line.setLength(0);
        break;
      }
      line.append((char) c);
    }
    in.reset();
    return line.toString();
  }
}
