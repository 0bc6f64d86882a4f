package io.github.cpt76496.examples.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a refresh has changed, and what it leaves to a person. */
final class Changes {

  private final Map<String, List<String>> byTable = new TreeMap<>();
  private final List<String> byHand = new ArrayList<>();

  void changed(Table table, String what) {
    byTable.computeIfAbsent(table.name(), t -> new ArrayList<>()).add(what);
  }

  void byHand(String what) {
    byHand.add(what);
  }

  boolean changed(Table table) {
    return byTable.containsKey(table.name());
  }

  boolean isEmpty() {
    return byTable.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (byTable.isEmpty()) {
      text.append("No row changes.\n");
    }
    byTable.forEach(
        (table, lines) -> {
          text.append("\nrules/reference/").append(table).append('\n');
          lines.forEach(line -> text.append("  ").append(line).append('\n'));
        });
    if (!byHand.isEmpty()) {
      text.append("\nTo be decided by hand\n");
      byHand.forEach(line -> text.append("  ").append(line).append('\n'));
    }
    if (!byTable.isEmpty()) {
      text.append("\nFor rules/CHANGELOG.md\n");
      byTable.forEach(
          (table, lines) ->
              text.append(
                  "| [`reference/%s`](reference/%s) | %s |%n"
                      .formatted(table, table, String.join("; ", lines))
                      .replace("\r\n", "\n")));
    }
    return text.toString();
  }
}
