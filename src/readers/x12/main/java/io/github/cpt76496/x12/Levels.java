package io.github.cpt76496.x12;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The levels (HL) above the claims of one transaction: which frames a claim needs, so that its
 * payer is told from them alone.
 */
final class Levels {

  private static final String BILLING_PROVIDER = "20";
  private static final String SUBSCRIBER = "22";
  private static final String DEPENDENT = "23";

  /** Dependents follow their subscriber; what is remembered must not grow with the input. */
  private static final int MOST_SUBSCRIBERS = 100;

  /** By HL01; nothing for one that was read in order, since not all of it is sound. */
  private final Map<String, Optional<Frame>> subscribers = new LinkedHashMap<>();

  private List<Frame> frames = List.of();
  private String subscriber = "";

  /** The frames of the level above the next claim; empty if they do not tell who its payer is. */
  List<Frame> frames() {
    return frames;
  }

  /** HL01 of the subscriber above the next claim, or empty. */
  String subscriber() {
    return subscriber;
  }

  /** Whether a level of this kind says by itself who is insured. */
  static boolean begins(String id, String kind) {
    return kind.equals(BILLING_PROVIDER) || (kind.equals(SUBSCRIBER) && !id.isEmpty());
  }

  /** Whether a level is of a dependent whose subscriber was the last one, or is the current one. */
  boolean isOfSubscriberAtHand(String of, String kind) {
    return kind.equals(DEPENDENT) && subscriber(of).isPresent();
  }

  /** A level of which every segment is sound. */
  void enter(String id, String kind, Frame frame) {
    frames = List.of(frame);
    subscriber = "";
    if (kind.equals(SUBSCRIBER)) {
      subscriber = id;
      remember(id, Optional.of(frame));
    }
  }

  /** A dependent, of a subscriber whose frame is the current one. */
  void enterDependent(String of, Frame frame) {
    frames = List.of(subscriber(of).orElseThrow(), frame);
    subscriber = of;
  }

  /** A level that is read in order. */
  void enterInOrder(String id, String of, String kind) {
    frames = List.of();
    subscriber = kind.equals(DEPENDENT) ? of : "";
    if (kind.equals(SUBSCRIBER) && !id.isEmpty()) {
      subscriber = id;
      remember(id, Optional.empty());
    }
  }

  /** The frame of a subscriber before, if all of it is sound. */
  Optional<Frame> subscriber(String id) {
    return subscribers.getOrDefault(id, Optional.empty());
  }

  private void remember(String id, Optional<Frame> frame) {
    subscribers.remove(id);
    subscribers.put(id, frame);
    if (subscribers.size() > MOST_SUBSCRIBERS) {
      subscribers.remove(subscribers.keySet().iterator().next());
    }
  }
}
