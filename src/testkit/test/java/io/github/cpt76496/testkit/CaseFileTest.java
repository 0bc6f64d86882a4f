package io.github.cpt76496.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case that cannot mean what it says is refused, and not read as something else. */
class CaseFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          noSpecificCode: YES | noSpecificCode must be true or false
          noSpecificCod: true | unknown key noSpecificCod
          """)
  void refusesAFactThatNobodyWouldRead(String fact, String why, @TempDir Path rules)
      throws Exception {
    Path file = Files.createDirectories(rules.resolve("procedure")).resolve("own.cases.yaml");
    Files.writeString(
        file,
        "- name: a case\n  line: { dateOfService: 2026-03-02, record: { "
            + fact
            + " } }\n  reports: nothing\n");

    Exception refused = assertThrows(IllegalStateException.class, () -> CaseFile.all(rules, ""));

    assertEquals("rules/procedure/own.cases.yaml: case 1: " + why, refused.getMessage());
  }
}
