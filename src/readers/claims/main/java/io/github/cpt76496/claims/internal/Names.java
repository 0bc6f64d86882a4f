package io.github.cpt76496.claims.internal;

import java.util.ArrayList;
import java.util.List;

/** What a message says where the name of a constant was expected. */
public final class Names {

  /** Up to so many constants are listed; of more, one is given as an example. */
  private static final int LISTED = 20;

  private Names() {}

  /** The constants that can be stated. */
  public static String expected(Class<? extends Enum<?>> type) {
    List<String> names = new ArrayList<>();
    for (Enum<?> constant : type.getEnumConstants()) {
      if (!constant.name().equals("NOT_STATED")) {
        names.add(constant.name());
      }
    }
    return names.size() > LISTED
        ? "expected one of " + names.size() + " names, such as " + names.get(0)
        : "expected one of " + String.join(", ", names);
  }
}
