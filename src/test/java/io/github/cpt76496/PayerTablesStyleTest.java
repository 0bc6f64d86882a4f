package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a reader of any row of a payer's table may rely on, as {@code HouseStyleTest} for pages. */
class PayerTablesStyleTest {

  /** The payer's own words for what it did; ours are about the line. */
  private static final Pattern OUR_PREDICTION =
      Pattern.compile("\\b(will be (denied|paid|approved)|you must|add modifier|append)\\b");

  /** The table whose rows hold for any payer. */
  private static final String ANY = "any-payer";

  private static final Set<String> ABOUT_ANY = Set.of("record-content", "claim-format");

  @TestFactory
  Stream<DynamicTest> rowsKeepTheStyle() {
    return OwnPages.payerTables().stream()
        .flatMap(
            table ->
                OwnPages.rows(table).stream()
                    .map(
                        row ->
                            DynamicTest.dynamicTest(
                                row.get("id"), () -> requireStyle(table, row))));
  }

  private static void requireStyle(Path table, Map<String, String> row) {
    String id = row.get("id");
    String family = table.getFileName().toString().replace(".tsv", "");
    if (row.get("title").isEmpty()) {
      Set<String> filled = new HashSet<>();
      row.forEach((column, cell) -> filled.addAll(cell.isEmpty() ? List.of() : List.of(column)));
      assertEquals(Set.of("id", "why"), filled, id + ": holds the place of a page");
      Path page = OwnPages.RULES.resolve(id.replaceAll("#.*", "") + ".drl");
      assertTrue(Files.exists(page), id + ": no page " + page);
      return;
    }
    String payer = row.get("payer").replaceAll("/.*", "").toLowerCase(Locale.ROOT);
    assertEquals(
        family.equals(ANY) ? "any" : family, payer.replace('_', '-'), id + ": payer of the table");
    String folder = id.split("/", -1)[1];
    assertTrue(
        folder.equals(family) || (family.equals(ANY) && ABOUT_ANY.contains(folder)),
        id + ": the id names the family of the table");
    assertTrue(id.endsWith("#" + row.get("item")), id + ": the id ends in the item");
    assertTrue(row.get("why").length() > 20, id + ": why, as a coder would say it to a colleague");
    assertFalse(row.get("title").endsWith("."), id + ": a title is no sentence");
    assertFalse(
        OUR_PREDICTION.matcher(row.get("message")).find(), id + ": no prediction, no instruction");
    assertFalse(row.get("message").contains(id), id + ": the message does not repeat the id");
  }

  /** A plan is one plan: all rows whose ids begin alike are of one payer. */
  @Test
  void onePageOfIdsIsOfOnePayer() {
    Map<String, String> payers = new HashMap<>();
    for (Path table : OwnPages.payerTables()) {
      for (Map<String, String> row : OwnPages.rows(table)) {
        if (!row.get("title").isEmpty()) {
          String page = row.get("id").replaceAll("#.*", "");
          String payer = payers.putIfAbsent(page, row.get("payer"));
          assertTrue(
              payer == null || payer.equals(row.get("payer")),
              () -> page + " is of " + payer + " and of " + row.get("payer"));
        }
      }
    }
    assertFalse(payers.isEmpty(), "looked at nothing");
  }
}
