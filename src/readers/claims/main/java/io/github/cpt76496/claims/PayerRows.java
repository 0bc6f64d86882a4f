package io.github.cpt76496.claims;

import io.github.cpt76496.Payer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of the user's payer file, in its order. */
final class PayerRows {

  private final Map<String, Payer> byId = new HashMap<>();
  private final Map<String, Payer> byPattern = new LinkedHashMap<>();

  PayerRows copy() {
    PayerRows copy = new PayerRows();
    copy.byId.putAll(byId);
    copy.byPattern.putAll(byPattern);
    return copy;
  }

  /** Adds a row about one payer; false if its identifier is listed already. */
  boolean addId(String id, Payer payer) {
    return byId.putIfAbsent(key(id), payer) == null;
  }

  /** Adds a row about every payer whose name matches; false if the pattern is listed already. */
  boolean addPattern(String pattern, Payer payer) {
    return byPattern.putIfAbsent(key(pattern), payer) == null;
  }

  /** The payers with any of the identifiers; more than one where they contradict each other. */
  Set<Payer> withIds(List<String> ids) {
    Set<Payer> payers = new HashSet<>();
    for (String id : ids) {
      Payer payer = byId.get(key(id));
      if (payer != null) {
        payers.add(payer);
      }
    }
    return payers;
  }

  /** The payer of the first pattern that the name matches. */
  Optional<Payer> withName(String name) {
    String key = key(name);
    return byPattern.entrySet().stream()
        .filter(row -> matches(row.getKey(), key))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String key(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  /** In one pass over the name: a name of any length is looked up in bounded time. */
  private static boolean matches(String pattern, String name) {
    String[] parts = pattern.split("\\*", -1);
    String first = parts[0];
    String last = parts[parts.length - 1];
    if (parts.length == 1) {
      return name.equals(pattern);
    }
    if (name.length() < first.length() + last.length()
        || !name.startsWith(first)
        || !name.endsWith(last)) {
      return false;
    }
    String between = name.substring(first.length(), name.length() - last.length());
    int from = 0;
    for (String part : Arrays.asList(parts).subList(1, parts.length - 1)) {
      int found = between.indexOf(part, from);
      if (found < 0) {
        return false;
      }
      from = found + part.length();
    }
    return true;
  }
}
