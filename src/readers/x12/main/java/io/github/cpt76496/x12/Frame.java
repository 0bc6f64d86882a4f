package io.github.cpt76496.x12;

/**
 * Segments of a claim, or of the subscriber or patient before it, as they stand in the file: from
 * one HL or CLM to the next. All of them are sound.
 */
final class Frame {

  private final int position;
  private final byte[] bytes;
  private final Delimiters delimiters;

  /**
   * @param position ordinal of the first segment in the file
   * @param bytes every segment with its terminator, line breaks between them
   * @param delimiters those of the interchange
   */
  Frame(int position, byte[] bytes, Delimiters delimiters) {
    this.position = position;
    this.bytes = bytes;
    this.delimiters = delimiters;
  }

  /** In bytes. */
  int length() {
    return bytes.length;
  }

  /** Adds the segments to a run, without what stands between them. */
  void addTo(SegmentRun run) {
    int at = position;
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == (byte) delimiters.terminator()) {
        if (i > from) {
          run.add(bytes, from, i + 1, at++);
        }
        from = i + 1;
      } else if (i == from && isFiller(bytes[i])) {
        from++;
      }
    }
  }

  private boolean isFiller(byte b) {
    return SoundSegments.isFiller(b) && b != (byte) delimiters.element();
  }

  /** The place alone: the claim belongs to a patient. */
  @Override
  public String toString() {
    return "Frame[" + position + "]";
  }
}
