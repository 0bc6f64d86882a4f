package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cpt76496.json.CompactReviews;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --compact} writes is the same as without it, and less than half as long. */
class CompactFormTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path CLAIMS = Path.of("../claims");

  @TempDir Path folder;

  @Test
  void everySampleClaimIsTheSameInLessThanHalfTheBytes() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> samples = Files.list(CLAIMS)) {
      samples.sorted().forEach(file -> files.add(file.toString()));
    }
    requireSame(files, 40);
  }

  /** The tables pay off within a few claims of several payers. */
  @Test
  void alsoOfOneFileWithThirteenClaims() throws IOException {
    requireSame(List.of(CLAIMS.resolve("all-claims.837").toString()), 13);
  }

  @Test
  void whatCouldNotBeReadIsTheSame() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("claims"),
            """
            {"payer":{"name":"AENTA"},"lines":[{"procedureCode":"76496","dateOfService":"2026-03-02"}]}
            {"id":"C3"}
            {"lines":[{"procedureCode":"47533","dateOfService":"2026-03-02"}]}
            {"id"
            """);
    String[] args = {"--format=json", "--set=modifiers=26", file.toString()};
    String[] compact = {"--format=json", "--compact", "--set=modifiers=26", file.toString()};

    assertEquals(
        nodes(ScrubberRun.of(args).out()), expanded(ScrubberRun.of(compact).out()), "expanded");
  }

  private static void requireSame(List<String> files, int atLeast) throws IOException {
    List<String> args = new ArrayList<>(List.of("--format=json"));
    args.addAll(files);
    String whole = ScrubberRun.of(args.toArray(String[]::new)).out();
    args.add("--compact");
    String compact = ScrubberRun.of(args.toArray(String[]::new)).out();

    List<JsonNode> expected = nodes(whole);
    assertTrue(expected.size() >= atLeast, "only " + expected.size() + " answers");
    assertEquals(expected, expanded(compact));
    assertTrue(2 * compact.length() < whole.length(), compact.length() + " of " + whole.length());
    Schema schema = schema();
    for (String line : compact.lines().toList()) {
      assertEquals(List.of(), schema.validate(line, InputFormat.JSON), line);
      assertFalse(line.contains("[]") && !line.contains("\"TABLE\""), line);
    }
  }

  private static Schema schema() throws IOException {
    try (InputStream in = CompactReviews.class.getResourceAsStream("compact.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<JsonNode> nodes(String lines) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      nodes.add(MAPPER.readTree(line));
    }
    return nodes;
  }

  private static List<JsonNode> expanded(String compact) throws IOException {
    CompactReviews.Expander expander = new CompactReviews.Expander();
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : compact.lines().toList()) {
      Optional<String> whole = expander.expand(line);
      if (whole.isPresent()) {
        nodes.add(MAPPER.readTree(whole.get()));
      }
    }
    return nodes;
  }

  /** A writer gives lines away in parts, and some end within a part. */
  @Test
  void linesMayComeInPieces() throws IOException {
    String lines =
        "{\"status\":\"NOTICE\",\"claimId\":null,\"reason\":\"a\",\"file\":\"f\"}\n".repeat(2);
    StringWriter whole = new StringWriter();
    StringWriter pieces = new StringWriter();
    try (Writer writer = CompactReviews.writer(whole)) {
      writer.write(lines);
    }
    try (Writer writer = CompactReviews.writer(pieces)) {
      for (int i = 0; i < lines.length(); i++) {
        writer.write(lines.charAt(i));
      }
    }
    assertEquals(
        """
        {"status":"TABLE","empty":{"NOTICE":{"claimId":null}}}
        {"status":"NOTICE","reason":"a","file":"f"}
        {"status":"NOTICE","reason":"a","file":"f"}
        """,
        whole.toString());
    assertEquals(whole.toString(), pieces.toString());
  }

  @Test
  void aLineThatCannotBeExpandedIsRefusedWithoutItsContent() {
    CompactReviews.Expander expander = new CompactReviews.Expander();
    assertEquals(
        "not a line of JSON",
        assertThrows(IOException.class, () -> expander.expand("{\"secret")).getMessage());
    assertEquals(
        "not a line with a JSON object",
        assertThrows(IOException.class, () -> expander.expand("7")).getMessage());
    assertEquals(
        "payerMatch 7: no table before this line has it",
        assertThrows(
                IOException.class,
                () -> expander.expand("{\"status\":\"EVALUATED\",\"payerMatch\":7}"))
            .getMessage());
  }

  @Test
  void onlyJsonHasACompactForm() {
    assertEquals(
        "--compact: is an option of the format json\nTry `claim-scrubber --help` for all options.\n",
        ScrubberRun.of("--compact", "x").err());
  }
}
