package io.github.cpt76496.examples.scrubber.report;

import java.util.HashMap;
import java.util.Map;

/**
 * Names files without their folders: where a file lies is the business of the machine on which the
 * page was made, and folders tend to bear the names of people.
 */
final class FileNames {

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  String of(String file) {
    return names.computeIfAbsent(file, this::name);
  }

  private String name(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int use = uses.merge(name, 1, Integer::sum);
    return TextReport.printable(use == 1 ? name : name + " (" + use + ")");
  }
}
