package io.github.cpt76496.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the segments of a file, of which the X12 library gets those alone that would not stop it;
 * what is left out is told. Holds a window of the file, independent of its length and that of its
 * lines.
 *
 * <p>A malformed segment is passed over and costs nothing but itself; after damage to an envelope
 * the next ISA segment with its elements in their fixed places is the next thing that is read.
 *
 * <p>{@link #scan} looks at a whole frame, which is the segments from one HL or CLM to the next, at
 * the speed of the loop over its bytes. Nothing is copied and nothing is decided by it: a frame is
 * then {@linkplain #passOver passed over}, {@linkplain #take taken}, or read segment by segment.
 */
final class SoundSegments {

  /**
   * Far beyond any segment of a claim, whose longest element has 80 characters; staedi takes none
   * of more.
   */
  static final int LONGEST_SEGMENT = 1 << 12;

  private static final byte[] CODE = {'7', '6', '4', '9', '6'};

  /** The code with some characters between its digits. */
  private static final int MOST_OF_CODE = 4 * CODE.length;

  private static final int LONGEST_TAG = 3;
  private static final int TAG_AND_DELIMITER = LONGEST_TAG + 1;

  private static final byte ORDINARY = 0;
  private static final byte TERMINATOR = 1;
  private static final byte FIRST_OF_HEADER = 2;
  private static final byte LINE_BREAK = 3;
  private static final byte CONTROL = 4;
  private static final byte FIRST_OF_CODE = 5;

  private final InputStream in;
  private String header = "";
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

  /** Of the frame that was looked at last. */
  private int frameEnd;

  private int frameSegments;
  private boolean frameHoldsCode;

  SoundSegments(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next interchange and past its ISA; false at the end of the file.
   *
   * @param out is told what lies outside of the interchanges
   */
  boolean nextInterchange(SegmentRun out) throws IOException {
    if (!findInterchange(out)) {
      return false;
    }
    inInterchange = true;
    readHeader();
    return true;
  }

  /** Whether the IEA of the interchange, or what cuts it, has not been reached. */
  boolean inInterchange() {
    return inInterchange;
  }

  /** Goes to the end of the interchange. */
  void skipInterchange() throws IOException {
    SegmentRun nowhere = new SegmentRun();
    while (inInterchange) {
      readSegment(nowhere);
      nowhere.clear();
    }
  }

  /** How many segments there were, sound or not. */
  int position() {
    return position;
  }

  /** The ISA segment of the interchange, with its terminator. */
  String header() {
    return header;
  }

  private void pass(SegmentRun out, String text) {
    position++;
    out.add(text, delimiters.terminator(), position);
  }

  private void malformed(SegmentRun out, Malformation why) {
    int at = ++position;
    out.add(handler -> handler.malformed(at, why));
  }

  private void cut(SegmentRun out, boolean endOfFile) {
    int at = position;
    out.add(handler -> handler.cut(at, endOfFile));
    inInterchange = false;
  }

  private enum End {
    OF_SEGMENT,
    OF_INTERCHANGE,
    OF_FILE
  }

  private boolean findInterchange(SegmentRun out) throws IOException {
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
    out.add(handler -> handler.passedOver(after, isa, wrapped, !found));
    return found;
  }

  private boolean nextIs(String tag) throws IOException {
    return available(tag.length())
        && new String(window, next, tag.length(), StandardCharsets.ISO_8859_1).equals(tag);
  }

  /** Whether a header begins here once the line breaks in it are taken out. */
  private boolean isWrapped() throws IOException {
    available(2 * Delimiters.HEADER_LENGTH);
    int to = Math.min(end, next + 2 * Delimiters.HEADER_LENGTH); // However much was read at once.
    byte[] header = new byte[Delimiters.HEADER_LENGTH];
    int length = 0;
    for (int i = next; i < to && length < header.length; i++) {
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
  static boolean isFiller(byte b) {
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
    header = new String(window, next, Delimiters.HEADER_LENGTH, StandardCharsets.ISO_8859_1);
    next += Delimiters.HEADER_LENGTH;
    position++;
  }

  /** What a byte means in this interchange, in one look. */
  private void classify() {
    Arrays.fill(kinds, ORDINARY);
    Arrays.fill(kinds, 0, ' ', CONTROL);
    kinds['\t'] = ORDINARY;
    kinds['\r'] = LINE_BREAK;
    kinds['\n'] = LINE_BREAK;
    kinds['I'] = FIRST_OF_HEADER;
    kinds[CODE[0]] = FIRST_OF_CODE;
    kinds[delimiters.element()] = ORDINARY;
    kinds[delimiters.component()] = ORDINARY;
    kinds[delimiters.terminator()] = TERMINATOR;
  }

  /** Line breaks, filler and empty segments before a segment. */
  private void skipFiller() throws IOException {
    start = next;
    while (available(1) && isSkipped(window[next])) {
      start = ++next;
    }
    tooLong = false;
    lineBreak = false;
    control = false;
  }

  /** Passes on the next segment, or tells what is wrong with it. */
  void readSegment(SegmentRun out) throws IOException {
    skipFiller();
    switch (toEnd()) {
      case OF_SEGMENT -> passWhole(out);
      case OF_INTERCHANGE -> {
        if (tooLong || next > start) {
          malformed(out, Malformation.CUT);
        }
        cut(out, false);
      }
      case OF_FILE -> passLast(out);
    }
  }

  private End toEnd() throws IOException {
    do {
      while (next < end) {
        byte kind = kinds[window[next] & 0xFF];
        if (kind == TERMINATOR) {
          return End.OF_SEGMENT;
        }
        if (kind == FIRST_OF_HEADER) {
          forgetTooLong();
          if (isHeader()) {
            return End.OF_INTERCHANGE;
          }
        }
        lineBreak |= kind == LINE_BREAK;
        control |= kind == CONTROL;
        next++;
      }
      forgetTooLong();
    } while (fill());
    return End.OF_FILE;
  }

  private void forgetTooLong() {
    if (next - start > LONGEST_SEGMENT) {
      tooLong = true;
      start = next;
    }
  }

  private void passWhole(SegmentRun out) {
    String text = text();
    Optional<Malformation> malformation = malformation(text);
    if (malformation.isPresent()) {
      malformed(out, malformation.get());
      return;
    }
    if (isTag(text, "ISA")) {
      // Not in its fixed places, so it may declare what it likes: the next interchange decides.
      next = start;
      cut(out, false);
      return;
    }
    // The terminator of an IEA belongs to the interchange, not to what follows it.
    next++;
    pass(out, text);
    inInterchange = !isTag(text, "IEA");
  }

  /** The last terminator of a file is often forgotten, and only then may it be missing. */
  private void passLast(SegmentRun out) {
    String text = text();
    if (malformation(text).isEmpty() && isTag(text, "IEA")) {
      pass(out, text);
      inInterchange = false;
    } else {
      position += tooLong || next > start ? 1 : 0;
      cut(out, true);
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

  /** Whether a segment with this tag comes next. */
  boolean isNext(String tag) throws IOException {
    skipFiller();
    available(TAG_AND_DELIMITER);
    return isNextHere(tag);
  }

  private boolean isAfterTag(int at) {
    return at == end || window[at] == (byte) delimiters.element() || isTerminator(window[at]);
  }

  private boolean isTerminator(byte b) {
    return kinds[b & 0xFF] == TERMINATOR;
  }

  /**
   * Looks at the frame that comes next: from the HL or CLM that is next to the next one, or to the
   * next segment of an envelope. True if every segment is sound, all of them lie in the window, a
   * claim has lines with one service each, and nothing tells that the HL of the claim after it is
   * missing. Reads on from the first segment of the frame in either case, until the frame is passed
   * over or taken.
   */
  boolean scan() throws IOException {
    boolean ofClaim = window[start] == 'C';
    int lines = 0;
    int services = 0;
    frameSegments = 0;
    frameHoldsCode = false;
    boolean sound = true;
    do {
      int first = next - start;
      int length = soundSegment();
      if (length < 0) {
        sound = false;
      } else {
        frameSegments++;
        int at = start + first;
        if (isTagAt(at, 'L', 'X')) {
          sound = ofClaim && services == lines;
          lines++;
        } else if (isService(at)) {
          services++;
          sound = services == lines;
          frameHoldsCode |= holdsOtherCharacters(at, length);
        } else if (lines > 0) {
          sound = !isOfAnotherClaim(at, length);
        }
        sound = sound && skipFillerOfFrame() && !(isEnvelopeHere() && !isNextHere("SE"));
      }
    } while (sound && !isBoundary());
    int length = next - start;
    // A malformed segment costs the claim before it, of which it may have been a part.
    sound = sound && services == lines && ofClaim == lines > 0 && soundSegment() > 0;
    frameEnd = start + length;
    next = start;
    return sound;
  }

  /** Whether it is an SV1, an SV2 or the service of another guide; SVD is an adjudication. */
  private boolean isService(int at) {
    return window[at] == 'S' && window[at + 1] == 'V' && Characters.isDigit((char) window[at + 2]);
  }

  /** Whether a service may hold the code in other digits than those of ASCII. */
  private boolean holdsOtherCharacters(int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (window[i] < 0) {
        return true;
      }
    }
    return false;
  }

  /** The length of the segment that begins there, which is left behind; negative if not sound. */
  private int soundSegment() throws IOException {
    int from = next - start;
    byte[] bytes = window;
    byte[] meanings = kinds;
    while (true) {
      int i = next;
      int to = end;
      byte kind = ORDINARY;
      while (i < to) {
        kind = meanings[bytes[i] & 0xFF];
        if (kind != ORDINARY) {
          break;
        }
        i++;
      }
      next = i;
      if (i == to) {
        if (!fillFrame()) {
          return -1;
        }
        continue;
      }
      switch (kind) {
        case TERMINATOR -> {
          int length = next - start - from;
          next++;
          return length <= LONGEST_SEGMENT && isTagAt(start + from, length) ? length : -1;
        }
        case FIRST_OF_CODE -> frameHoldsCode |= isCode();
        case FIRST_OF_HEADER -> {
          if (!availableInFrame(Delimiters.HEADER_LENGTH) || isHeader()) {
            return -1;
          }
        }
        default -> {
          return -1;
        }
      }
      next++;
    }
  }

  /** Also with what people put between digits, so that what resembles the code is looked at. */
  private boolean isCode() throws IOException {
    if (!availableInFrame(MOST_OF_CODE)) {
      return true; // At the end of the file it is read in any case.
    }
    int found = 1;
    for (int i = 1; i < MOST_OF_CODE && found < CODE.length; i++) {
      byte b = window[next + i];
      if (b == CODE[found]) {
        found++;
      } else if (Characters.isLetterOrDigit((char) (b & 0xFF)) || isDelimiter(b)) {
        return false;
      }
    }
    return found == CODE.length;
  }

  /** As {@link #tagLength}, of the bytes. */
  private boolean isTagAt(int at, int segmentLength) {
    int length = 0;
    while (length < segmentLength && window[at + length] != (byte) delimiters.element()) {
      char c = (char) (window[at + length] & 0xFF);
      boolean ofTag = Characters.isCapital(c) || (length > 0 && Characters.isDigit(c));
      if (!ofTag || length == LONGEST_TAG) {
        return false;
      }
      length++;
    }
    return length >= 2;
  }

  private boolean isTagAt(int at, char first, char second) {
    return window[at] == first && window[at + 1] == second && isAfterTag(at + 2);
  }

  /** Whether no line holds the segment, so that the HL of the next claim is missing. */
  private boolean isOfAnotherClaim(int at, int length) {
    byte element = (byte) delimiters.element();
    boolean name = window[at] == 'N' && window[at + 1] == 'M' && window[at + 2] == '1';
    if (name && length > 5 && window[at + 3] == element) {
      return (window[at + 4] == 'P' && window[at + 5] == 'R')
          || (window[at + 4] == 'I' && window[at + 5] == 'L');
    }
    return window[at] == 'S' && window[at + 1] == 'B' && window[at + 2] == 'R';
  }

  private boolean skipFillerOfFrame() throws IOException {
    do {
      while (next < end) {
        if (!isSkipped(window[next])) {
          return availableInFrame(TAG_AND_DELIMITER);
        }
        next++;
      }
    } while (fillFrame());
    return false;
  }

  /**
   * Whether the segment that comes next begins another frame or ends the transaction. The segments
   * of other envelopes do so, too, and then the claim before them may lack lines.
   */
  private boolean isBoundary() {
    return switch (window[next]) {
      case 'H' -> isNextHere("HL");
      case 'C' -> isNextHere("CLM");
      case 'S' -> isNextHere("SE");
      default -> false;
    };
  }

  /** Whether a segment of an envelope comes next. */
  boolean isEnvelopeNext() throws IOException {
    skipFiller();
    available(TAG_AND_DELIMITER);
    return isEnvelopeHere();
  }

  private boolean isEnvelopeHere() {
    // Asked at every segment of a file, so by the first letter.
    return switch (next < end ? window[next] : 0) {
      case 'S' -> isNextHere("SE") || isNextHere("ST");
      case 'G' -> isNextHere("GE") || isNextHere("GS");
      case 'I' -> isNextHere("IEA") || isNextHere("ISA");
      case 'T' -> isNextHere("TA1");
      default -> false;
    };
  }

  private boolean isNextHere(String tag) {
    int length = tag.length();
    if (end - next < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (window[next + i] != tag.charAt(i)) {
        return false;
      }
    }
    return isAfterTag(next + length);
  }

  /** Whether the frame holds the digits 76496, wherever they stand, or what resembles them. */
  boolean frameHoldsCode() {
    return frameHoldsCode;
  }

  /** Leaves the frame behind. */
  void passOver() {
    position += frameSegments;
    start = frameEnd;
    next = frameEnd;
  }

  /** Leaves the frame behind with a copy of it. */
  Frame take() {
    Frame frame = new Frame(position + 1, Arrays.copyOfRange(window, start, frameEnd), delimiters);
    passOver();
    return frame;
  }

  /** An element of the segment that comes next, if all of it is letters and digits, or empty. */
  String letters(int element) throws IOException {
    int i = next;
    for (int count = 0; count < element; count++) {
      while (i < end && !isDelimiter(window[i])) {
        i++;
      }
      if (i == end || isTerminator(window[i])) {
        return "";
      }
      i++;
    }
    int from = i;
    while (i < end && Characters.isLetterOrDigit((char) (window[i] & 0xFF))) {
      i++;
    }
    return i < end && isDelimiter(window[i])
        ? new String(window, from, i - from, StandardCharsets.ISO_8859_1)
        : "";
  }

  private boolean isDelimiter(byte b) {
    return b == (byte) delimiters.element() || isTerminator(b);
  }

  private boolean availableInFrame(int length) throws IOException {
    while (end - next < length) {
      if (!fillFrame()) {
        return false;
      }
    }
    return true;
  }

  /** Reads on behind the frame, all of which is kept; false at the end of window or file. */
  private boolean fillFrame() throws IOException {
    return end - start < window.length && fill();
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
    System.arraycopy(window, start, window, 0, end - start);
    next -= start;
    end -= start;
    start = 0;
    int read = in.read(window, end, window.length - end);
    end += Math.max(read, 0);
    return read > 0;
  }
}
