package io.github.cpt76496.examples.scrubber.input;

import java.io.IOException;
import java.io.PushbackInputStream;

/** What a file holds, told by its first characters: names and endings of claim files vary. */
public enum InputKind {
  X12(""),
  JSON(""),
  X12_WITHOUT_ISA(
      "X12 without its ISA segment, which says what the delimiters are; the file starts with another"
          + " segment"),
  UTF_16("text in UTF-16; save it as UTF-8"),
  EMPTY("empty"),
  OTHER("neither X12, which starts with ISA, nor JSON, which starts with { or [");

  /** Longest run of bytes that decides, and that must be pushed back. */
  public static final int LONGEST_MARK = 3;

  private final String whyNotRead;

  InputKind(String whyNotRead) {
    this.whyNotRead = whyNotRead;
  }

  /** Why a file of this kind is not read; empty for kinds that are. */
  public String whyNotRead() {
    return whyNotRead;
  }

  /** Drops a byte order mark and white space, and leaves the stream at the first character. */
  public static InputKind of(PushbackInputStream in) throws IOException {
    int first = firstCharacter(in);
    if (first == -1) {
      return EMPTY;
    }
    if (first == 0xFE || first == 0xFF) {
      return UTF_16;
    }
    in.unread(first);
    if (first == '{' || first == '[') {
      return JSON;
    }
    byte[] mark = in.readNBytes(LONGEST_MARK);
    in.unread(mark);
    return of(mark);
  }

  private static InputKind of(byte[] mark) {
    if (startsWith(mark, "ISA")) {
      return X12;
    }
    return startsWith(mark, "GS*") || startsWith(mark, "ST*") ? X12_WITHOUT_ISA : OTHER;
  }

  private static boolean startsWith(byte[] mark, String text) {
    if (mark.length < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (mark[i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int firstCharacter(PushbackInputStream in) throws IOException {
    byte[] mark = in.readNBytes(LONGEST_MARK);
    boolean byteOrderMark =
        mark.length == 3
            && mark[0] == (byte) 0xEF
            && mark[1] == (byte) 0xBB
            && mark[2] == (byte) 0xBF;
    if (!byteOrderMark) {
      in.unread(mark);
    }
    int character = in.read();
    while (character == ' ' || (character >= '\t' && character <= '\r')) {
      character = in.read();
    }
    return character;
  }
}
