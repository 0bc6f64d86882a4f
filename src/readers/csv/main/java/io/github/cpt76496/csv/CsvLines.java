package io.github.cpt76496.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a text file, of which the last ones can be given back. A line that is not UTF-8 is
 * taken for ISO-8859-1, which older spreadsheets write.
 */
final class CsvLines {

  /** The longest line, in bytes. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final byte[] chunk = new byte[1 << 16];
  private int at;
  private int end;
  private final Deque<Line> givenBack = new ArrayDeque<>();
  private byte[] buffer = new byte[1 << 10];
  private boolean afterCarriageReturn;

  CsvLines(InputStream in) {
    this.in = in;
  }

  /**
   * One line without its end.
   *
   * @param text the line, or empty if it is too long
   * @param tooLong whether it is longer than {@link #LONGEST}
   */
  record Line(String text, boolean tooLong) {

    /** How long it is: the text belongs to a patient. */
    @Override
    public String toString() {
      return "Line[" + (tooLong ? "too long" : text.length() + " characters") + "]";
    }
  }

  Optional<Line> next() throws IOException {
    return givenBack.isEmpty() ? read() : Optional.of(givenBack.pop());
  }

  /** They come again, in the same order. */
  void giveBack(List<Line> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      givenBack.push(lines.get(i));
    }
  }

  private Optional<Line> read() throws IOException {
    int length = 0;
    int b = nextByte();
    if (afterCarriageReturn && b == '\n') {
      b = nextByte();
    }
    if (b == -1) {
      return Optional.empty();
    }
    for (; b != -1 && b != '\n' && b != '\r'; b = nextByte()) {
      if (length < LONGEST) {
        put(length, (byte) b);
      }
      length = Math.min(length + 1, LONGEST + 1);
    }
    afterCarriageReturn = b == '\r';
    return Optional.of(length > LONGEST ? new Line("", true) : new Line(text(length), false));
  }

  private int nextByte() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(in.read(chunk), 0);
    }
    return at < end ? chunk[at++] & 0xFF : -1;
  }

  private void put(int index, byte b) {
    if (index == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    buffer[index] = b;
  }

  private String text(int length) {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }
  }
}
