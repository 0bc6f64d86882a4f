package io.github.cpt76496.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

/**
 * Stands before the X12 library, which stops at the first malformed segment: passes on the bytes of
 * the interchanges of a file without what would stop it, and tells what it left out. Holds a window
 * of the file, whatever its length and that of its lines.
 *
 * <p>A malformed segment is passed over and costs nothing but itself; after damage to an envelope
 * the next ISA segment with its elements in their fixed places is the next thing that is read.
 */
final class SoundSegments extends InputStream {

  /** Something that was left out. */
  interface Damage {
    void tell(SegmentHandler handler);
  }

  /**
   * @param position that of the segment that was left out, or of the last one before the damage
   * @param isSegment whether a segment was left out
   */
  record Left(int position, boolean isSegment, Damage damage) {

    /** Whether this comes before the segment after the given one. */
    boolean follows(int segment) {
      return isSegment ? position == segment + 1 : position <= segment;
    }
  }

  /**
   * Far beyond any segment of a claim, whose longest element has 80 characters; staedi takes none
   * of more.
   */
  static final int LONGEST_SEGMENT = 1 << 12;

  private static final int LONGEST_TAG = 3;

  private static final byte ORDINARY = 0;
  private static final byte TERMINATOR = 1;
  private static final byte FIRST_OF_HEADER = 2;
  private static final byte LINE_BREAK = 3;
  private static final byte CONTROL = 4;

  private static final byte[] NOTHING = {};

  private final InputStream in;
  private final Queue<Left> left = new ArrayDeque<>();
  private byte[] passed = NOTHING;
  private int taken;
  private boolean inInterchange;

  private final byte[] window = new byte[64 * LONGEST_SEGMENT];
  private final byte[] kinds = new byte[256];

  /** Those of the interchange, or of the one before; at first those that most files use. */
  private Delimiters delimiters = new Delimiters('*', ':', '~');

  /** The first byte that is kept, the next one to look at, and the end of what is in the window. */
  private int start;

  private int next;
  private int end;

  private int position;
  private boolean tooLong;
  private boolean lineBreak;
  private boolean control;

  SoundSegments(InputStream in) {
    this.in = in;
  }

  /** Goes to the next interchange, whose bytes can then be read; false at the end of the file. */
  boolean nextInterchange() throws IOException {
    skipInterchange();
    if (!findInterchange()) {
      return false;
    }
    inInterchange = true;
    readHeader();
    return true;
  }

  /** Goes to the end of the interchange. */
  void skipInterchange() throws IOException {
    while (inInterchange) {
      readSegment();
    }
    passed = NOTHING;
    taken = 0;
  }

  /**
   * What was left out, in order; whoever reads the segments takes each away when it is its turn.
   */
  Queue<Left> left() {
    return left;
  }

  /** How many segments there were, sound or not. */
  int position() {
    return position;
  }

  char element() {
    return delimiters.element();
  }

  @Override
  public int read() throws IOException {
    return hasBytes() ? passed[taken++] & 0xFF : -1;
  }

  /** Never more than one segment, so that little is read ahead. */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (!hasBytes()) {
      return -1;
    }
    int count = Math.min(length, passed.length - taken);
    System.arraycopy(passed, taken, buffer, offset, count);
    taken += count;
    return count;
  }

  private boolean hasBytes() throws IOException {
    while (taken == passed.length) {
      if (!inInterchange) {
        return false;
      }
      readSegment();
    }
    return true;
  }

  private void pass(String text) {
    position++;
    taken = 0;
    passed = (text + delimiters.terminator()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private void leave(boolean isSegment, Damage damage) {
    left.add(new Left(position, isSegment, damage));
  }

  private void malformed(Malformation why) {
    int at = ++position;
    leave(true, handler -> handler.malformed(at, why));
  }

  private void cut(boolean endOfFile) {
    int at = position;
    leave(false, handler -> handler.cut(at, endOfFile));
  }

  private enum End {
    OF_SEGMENT,
    OF_INTERCHANGE,
    OF_FILE
  }

  private boolean findInterchange() throws IOException {
    skipFiller();
    if (!available(1)) {
      return false;
    }
    if (isHeader()) {
      return true;
    }
    boolean isa = nextIs("ISA");
    boolean wrapped = isa && isWrapped();
    boolean found = skipToHeader();
    int after = position;
    leave(false, handler -> handler.passedOver(after, isa, wrapped, !found));
    return found;
  }

  private boolean nextIs(String tag) throws IOException {
    return available(tag.length())
        && new String(window, next, tag.length(), StandardCharsets.ISO_8859_1).equals(tag);
  }

  /** Whether a header begins here once the line breaks in it are taken out. */
  private boolean isWrapped() throws IOException {
    available(2 * Delimiters.HEADER_LENGTH);
    byte[] header = new byte[Delimiters.HEADER_LENGTH];
    int length = 0;
    for (int i = next; i < end && length < header.length; i++) {
      if (window[i] != '\r' && window[i] != '\n') {
        header[length++] = window[i];
      }
    }
    return length == header.length && Delimiters.ofHeader(header, 0).isPresent();
  }

  private boolean skipToHeader() throws IOException {
    while (available(Delimiters.HEADER_LENGTH)) {
      if (isHeader()) {
        return true;
      }
      start = ++next;
    }
    start = next = end;
    return false;
  }

  private boolean isSkipped(byte b) {
    return kinds[b & 0xFF] == TERMINATOR || (isFiller(b) && b != (byte) delimiters.element());
  }

  /** White space, and what mainframes and old editors fill the last block with. */
  private static boolean isFiller(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r') || b == 0 || b == 0x1A;
  }

  private boolean isHeader() throws IOException {
    return window[next] == 'I'
        && available(Delimiters.HEADER_LENGTH)
        && Delimiters.ofHeader(window, next).isPresent();
  }

  private void readHeader() {
    Optional<Delimiters> declared = Delimiters.ofHeader(window, next);
    delimiters = declared.orElseThrow();
    classify();
    next += Delimiters.HEADER_LENGTH - 1;
    pass(text());
  }

  /** What a byte means in this interchange, in one look. */
  private void classify() {
    Arrays.fill(kinds, ORDINARY);
    Arrays.fill(kinds, 0, ' ', CONTROL);
    kinds['\t'] = ORDINARY;
    kinds['\r'] = LINE_BREAK;
    kinds['\n'] = LINE_BREAK;
    kinds['I'] = FIRST_OF_HEADER;
    kinds[delimiters.element()] = ORDINARY;
    kinds[delimiters.component()] = ORDINARY;
    kinds[delimiters.terminator()] = TERMINATOR;
  }

  /** Line breaks, filler and empty segments before a segment. */
  private void skipFiller() throws IOException {
    while (available(1) && isSkipped(window[next])) {
      next++;
    }
    start = next;
    tooLong = false;
    lineBreak = false;
    control = false;
  }

  private void readSegment() throws IOException {
    skipFiller();
    switch (toEnd()) {
      case OF_SEGMENT -> passWhole();
      case OF_INTERCHANGE -> {
        if (tooLong || next > start) {
          malformed(Malformation.CUT);
        }
        cut(false);
        inInterchange = false;
      }
      case OF_FILE -> passLast();
    }
  }

  private End toEnd() throws IOException {
    do {
      while (next < end) {
        byte kind = kinds[window[next] & 0xFF];
        if (kind == TERMINATOR) {
          return End.OF_SEGMENT;
        }
        if (kind == FIRST_OF_HEADER && isHeader()) {
          return End.OF_INTERCHANGE;
        }
        lineBreak |= kind == LINE_BREAK;
        control |= kind == CONTROL;
        next++;
      }
    } while (fill());
    return End.OF_FILE;
  }

  private void passWhole() {
    String text = text();
    Optional<Malformation> malformation = malformation(text);
    if (malformation.isPresent()) {
      malformed(malformation.get());
      return;
    }
    if (isTag(text, "ISA")) {
      // Not in its fixed places, so it may declare what it likes: the next interchange decides.
      next = start;
      cut(false);
      inInterchange = false;
      return;
    }
    // The terminator of an IEA belongs to the interchange, not to what follows it.
    next++;
    pass(text);
    inInterchange = !isTag(text, "IEA");
  }

  /** The last terminator of a file is often forgotten, and only then may it be missing. */
  private void passLast() {
    inInterchange = false;
    String text = text();
    if (malformation(text).isEmpty() && isTag(text, "IEA")) {
      pass(text);
    } else {
      position += tooLong || next > start ? 1 : 0;
      cut(true);
    }
  }

  private Optional<Malformation> malformation(String text) {
    if (tooLong || next - start > LONGEST_SEGMENT) {
      return Optional.of(Malformation.TOO_LONG);
    }
    if (control) {
      return Optional.of(Malformation.CONTROL_CHARACTER);
    }
    if (lineBreak && runsOn()) {
      return Optional.of(Malformation.LINE_BREAK);
    }
    return tagLength(text, 0) == 0 ? Optional.of(Malformation.NO_TAG) : Optional.empty();
  }

  /** Whether a line in the segment begins like a segment. */
  private boolean runsOn() {
    String lines = new String(window, start, next - start, StandardCharsets.ISO_8859_1);
    for (int i = 0; i < lines.length(); i++) {
      int length = kinds[lines.charAt(i)] == LINE_BREAK ? tagLength(lines, i + 1) : 0;
      if (length > 0 && i + 1 + length < lines.length()) {
        return true;
      }
    }
    return false;
  }

  /** A line break inside a segment is the work of a transfer and no part of it. */
  private String text() {
    String text = new String(window, start, next - start, StandardCharsets.ISO_8859_1);
    if (!lineBreak) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> kinds[c] != LINE_BREAK).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private boolean isTag(String text, String tag) {
    return text.startsWith(tag) && tagLength(text, 0) == tag.length();
  }

  /** How long the segment identifier that begins there is; 0 if none does. */
  private int tagLength(String text, int at) {
    int length = 0;
    while (at + length < text.length() && text.charAt(at + length) != delimiters.element()) {
      char c = text.charAt(at + length);
      boolean ofTag = Characters.isCapital(c) || (length > 0 && Characters.isDigit(c));
      if (!ofTag || length == LONGEST_TAG) {
        return 0;
      }
      length++;
    }
    return length < 2 ? 0 : length;
  }

  /** Whether so many bytes can be looked at. */
  private boolean available(int length) throws IOException {
    while (end - next < length) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (next - start > LONGEST_SEGMENT) {
      tooLong = true;
      start = next;
    }
    System.arraycopy(window, start, window, 0, end - start);
    next -= start;
    end -= start;
    start = 0;
    int read = in.read(window, end, window.length - end);
    end += Math.max(read, 0);
    return read > 0;
  }
}
