package io.github.cpt76496.json.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a file of JSON values, of which the current value can be gone back to: a parser
 * reads ahead, and after broken JSON the reading goes on at a line that the parser may have passed.
 * Holds the current value up to a limit, never the file.
 */
final class JsonSource extends InputStream {

  /** The longest value, in bytes. */
  static final int LONGEST_VALUE = 8 << 20;

  private static final int CHUNK = 1 << 15;

  /** Longer values are read, whatever they are. */
  private static final int LONGEST_LOOKED_AT = 1 << 16;

  private final InputStream in;
  private byte[] window = new byte[4 * CHUNK];

  /** The current value begins here in the window; what lies before it is not needed any more. */
  private int start;

  /** The next byte to hand out. */
  private int next;

  private int end;

  /** The place of {@link #start} in the file. */
  private long offset;

  private long mark;
  private long lineOfMark = 1;
  private long columnOfMark = 1;
  private long line = 1;
  private long column = 1;

  JsonSource(InputStream in) {
    this.in = in;
  }

  /** Remembers where the current value begins, before parts of it are released. */
  void mark() {
    mark = offset;
    lineOfMark = line;
    columnOfMark = column;
  }

  long lineOfMark() {
    return lineOfMark;
  }

  long columnOfMark() {
    return columnOfMark;
  }

  /** How many bytes from here lies what lies so many bytes from the mark. */
  long afterMark(long bytes) {
    return mark + bytes - offset;
  }

  /** Whether the second byte of the current value is zero. */
  boolean isFollowedByZero() throws IOException {
    if (end - start < 2) {
      next = end;
      boolean more = fill();
      next = start;
      if (!more) {
        return false;
      }
    }
    return window[start + 1] == 0;
  }

  long line() {
    return line;
  }

  long column() {
    return column;
  }

  /** The first byte of the current value, or -1 at the end of the file. */
  int peek() throws IOException {
    next = start;
    return next < end || fill() ? window[start] & 0xFF : -1;
  }

  /** Lets the current value begin so many bytes later, and reads from there. */
  void drop(long count) throws IOException {
    release(count);
    next = start;
  }

  /** Lets the current value begin so many bytes later, while a parser reads on from where it is. */
  void release(long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (start == end) {
        next = start;
        if (!fill()) {
          return;
        }
      }
      int to = start + (int) Math.min(left, end - start);
      left -= to - start;
      offset += to - start;
      int lineStart = start;
      for (int i = start; i < to; i++) {
        if (window[i] == '\n') {
          line++;
          column = 1;
          lineStart = i + 1;
        }
      }
      column += to - lineStart;
      start = to;
      next = Math.max(next, start);
    }
  }

  /** What is asked of bytes in memory. */
  interface Test {
    boolean of(byte[] bytes, int from, int to);
  }

  /**
   * How long the object is that begins so many bytes after the begin of the current value, if
   * another code than 76496 is all that can be in it and the test holds; otherwise 0.
   */
  int lengthOfOther(long after, Test test) throws IOException {
    int length = OtherClaims.OPEN;
    while (length == OtherClaims.OPEN && end - start < after + LONGEST_LOOKED_AT) {
      int from = start + (int) after;
      if (from < end) {
        int to = OtherClaims.end(window, from, end);
        length = to > 0 ? to - from : to;
      }
      if (length == OtherClaims.OPEN && !fill()) {
        return 0;
      }
    }
    int from = start + (int) after;
    return length > 0 && test.of(window, from, from + length) ? length : 0;
  }

  private void advance() {
    if (window[start] == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    start++;
    offset++;
    next = Math.max(next, start);
  }

  /**
   * Goes to the next line that begins with a brace, no nearer than so many bytes from here, and
   * says whether there is one.
   */
  boolean skipToObject(long count) throws IOException {
    drop(count);
    for (int b = peek(); b != -1; b = peek()) {
      if (column == 1 && b == '{') {
        return true;
      }
      advance();
    }
    return false;
  }

  /** How many bytes of the current value lie on its first line, the line break included. */
  int lengthOfFirstLine() {
    for (int i = start; i < end; i++) {
      if (window[i] == '\n') {
        return i + 1 - start;
      }
    }
    return end - start;
  }

  /** Whether it is at the begin of its second line, with an object, that the value breaks off. */
  boolean secondLineBeginsAnObject(long count) {
    int second = lengthOfFirstLine();
    return count >= second
        && count <= second + 1L
        && start + second < end
        && window[start + second] == '{';
  }

  /** How many bytes of the current value lie before the line that holds its given byte. */
  int startOfLine(long count) {
    int i = start + (int) Math.min(count, end - start);
    while (i > start && window[i - 1] != '\n') {
      i--;
    }
    return i - start;
  }

  /** How much of the current value has been read. */
  int length() {
    return end - start;
  }

  @Override
  public int read() throws IOException {
    return next < end || fill() ? window[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == end && !fill()) {
      return -1;
    }
    int count = Math.min(length, end - next);
    System.arraycopy(window, next, buffer, from, count);
    next += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (end - start >= LONGEST_VALUE) {
      throw new ValueTooLongException();
    }
    if (start > 0) {
      System.arraycopy(window, start, window, 0, end - start);
      next -= start;
      end -= start;
      start = 0;
    }
    if (window.length - end < CHUNK) {
      window = Arrays.copyOf(window, 2 * window.length);
    }
    int count = in.read(window, end, CHUNK);
    end += Math.max(count, 0);
    return count > 0;
  }

  /** A value that would not fit into memory if it went on. */
  static final class ValueTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
