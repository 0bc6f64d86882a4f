package io.github.cpt76496.json.internal;

import com.fasterxml.jackson.core.JsonLocation;

/** Text that is no JSON, or more than is read. The message repeats nothing of it. */
final class BrokenJsonException extends Exception {

  private static final long serialVersionUID = 1L;

  private final long lostBytes;
  private final long line;
  private final long column;

  private BrokenJsonException(String reason, long lostBytes, long line, long column) {
    // No stack trace: this is about the input, not about this program.
    super(reason, null, false, false);
    this.lostBytes = lostBytes;
    this.line = line;
    this.column = column;
  }

  /** Broken at the begin of the current value, after so many bytes of which nothing can be made. */
  static BrokenJsonException at(JsonSource source, String reason, long bytes) {
    return new BrokenJsonException(reason, bytes, source.line(), source.column());
  }

  /** Broken where the parser stands. */
  static BrokenJsonException of(JsonSource source, String reason, JsonLocation location) {
    return new BrokenJsonException(
        reason,
        Math.max(0, source.afterMark(location.getByteOffset())),
        source.lineOfMark() + location.getLineNr() - 1,
        location.getLineNr() == 1
            ? source.columnOfMark() + location.getColumnNr() - 1
            : location.getColumnNr());
  }

  /** How much of the current value was read and is given up. */
  long lostBytes() {
    return lostBytes;
  }

  String place() {
    return "line " + line + " column " + column;
  }
}
