package io.github.cpt76496.x12;

/**
 * What was read and should not have been written so.
 *
 * @param position the segment
 * @param text what is wrong with it, and what follows; repeats no value
 */
record Remark(int position, String text) {

  /** The place alone. */
  @Override
  public String toString() {
    return "Remark[segment " + position + "]";
  }
}
