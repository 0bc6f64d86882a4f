package io.github.cpt76496.examples.scrubber.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;

/**
 * JSON that may stand inside a {@code script} element: no text in it can end the element or open a
 * comment.
 */
final class ScriptEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;

  private final int[] escapes = standardAsciiEscapesForJSON();

  ScriptEscapes() {
    for (char c : "<>&".toCharArray()) {
      escapes[c] = ESCAPE_STANDARD;
    }
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return escapes.clone();
  }

  @Override
  public SerializableString getEscapeSequence(int c) {
    return null;
  }
}
