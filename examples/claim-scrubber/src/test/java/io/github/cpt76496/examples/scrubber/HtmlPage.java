package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that the scrubber wrote.
 *
 * @param shell all of it but its data
 * @param data its data
 */
public record HtmlPage(String shell, JsonNode data) {

  private static final Pattern DATA =
      Pattern.compile("(?s)(?<=<script type=\"application/json\" id=\"data\">).*?(?=</script>)");

  /** Takes a page apart. */
  public static HtmlPage of(String page) throws IOException {
    String[] shell = DATA.split(page, -1);
    assertEquals(2, shell.length, "the page has its data in one place");
    String data = page.substring(shell[0].length(), page.length() - shell[1].length());
    return new HtmlPage(shell[0] + shell[1], new JsonMapper().readTree(data));
  }

  /** The page of all sample claims. */
  static String ofSampleClaims() throws IOException {
    ScrubberRun run = ScrubberRun.of(arguments("html", sampleClaims()));
    assertEquals("", run.err());
    return run.out();
  }

  static List<String> sampleClaims() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../claims"))) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  static String[] arguments(String format, List<String> files) {
    return Stream.concat(Stream.of("--format=" + format), files.stream()).toArray(String[]::new);
  }

  /** A line with everything in it that the page keeps once for many. */
  ObjectNode line(int index) {
    ObjectNode line = data.path("lines").get(index).deepCopy();
    line.set("documentation", resolved(line.path("documentation"), "requirements"));
    line.set("findings", resolved(line.path("findings"), "findings"));
    line.set("overrides", resolved(line.path("overrides"), "overrides"));
    line.put("file", data.path("files").get(line.path("file").asInt()).asText());
    line.set("payer", data.path("payers").get(line.path("payer").asInt()).path("name"));
    return line;
  }

  private ArrayNode resolved(JsonNode numbers, String shared) {
    ArrayNode resolved = JsonMapper.builder().build().createArrayNode();
    numbers.forEach(number -> resolved.add(data.path(shared).get(number.asInt())));
    return resolved;
  }
}
