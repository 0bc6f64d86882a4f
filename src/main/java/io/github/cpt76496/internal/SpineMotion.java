package io.github.cpt76496.internal;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a text speaks of a motion study of the spine: a word for moving images and a word for the
 * spine. Coverage policies call it digital motion x-ray, cineradiography, videofluoroscopy, dynamic
 * spinal visualization and vertebral motion analysis.
 */
final class SpineMotion {

  private static final Set<String> SPINE =
      Set.of(
          "SPINE",
          "SPINAL",
          "CERVICAL",
          "THORACIC",
          "LUMBAR",
          "LUMBOSACRAL",
          "VERTEBRA",
          "VERTEBRAE",
          "VERTEBRAL",
          "INTERVERTEBRAL");

  private static final Set<String> MOVING_IMAGES =
      Set.of(
          "CINE",
          "CINEFLUOROSCOPY",
          "CINERADIOGRAPHY",
          "DMX",
          "VIDEOFLUOROSCOPIC",
          "VIDEOFLUOROSCOPY",
          "VIDEORADIOGRAPHY");

  /** What is a word for moving images only beside one of these. */
  private static final Set<String> IMAGES = Set.of("FLUOROSCOPY", "FLUOROSCOPIC", "FLUORO");

  private static final Set<String> STUDIES =
      Set.of("X", "XRAY", "XRAYS", "STUDY", "STUDIES", "ANALYSIS", "IMAGING", "FLUOROSCOPY");

  private SpineMotion() {}

  /** Whether several texts of one line speak of it, each by itself or together. */
  static boolean isIn(String... texts) {
    boolean spine = false;
    boolean moving = false;
    for (String text : texts) {
      Words words = new Words(text.toUpperCase(Locale.ROOT));
      String before = "";
      while (words.next()) {
        String word = words.word();
        spine |= SPINE.contains(word);
        moving |= isOfMovingImages(before, word);
        before = word;
      }
      moving |= isOfMovingImages(before, "");
    }
    return spine && moving;
  }

  private static boolean isOfMovingImages(String word, String next) {
    return switch (word) {
      case "VIDEO" -> IMAGES.contains(next);
      case "MOTION" -> STUDIES.contains(next);
      case "DYNAMIC" -> next.equals("SPINAL") || next.equals("VISUALIZATION");
      default -> MOVING_IMAGES.contains(word);
    };
  }
}
