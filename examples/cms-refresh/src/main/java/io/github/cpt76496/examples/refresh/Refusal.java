package io.github.cpt76496.examples.refresh;

/** A file that is not what it should be. The message names the place and the cure. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refusal(String place, String what) {
    super(place + ": " + what);
  }
}
