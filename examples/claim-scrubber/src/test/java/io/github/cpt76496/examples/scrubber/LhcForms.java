package io.github.cpt76496.examples.scrubber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * NLM's LHC-Forms as a page on this machine: the npm package lforms (Lister Hill National Center
 * for Biomedical Communications, a license of its own on the model of BSD, with LOINC's notice). It
 * is fetched for this test and neither kept in the repository nor shipped.
 */
final class LhcForms implements AutoCloseable {

  private static final String VERSION = "40.1.3";

  /** As the registry gives it for this version. */
  private static final String SHA_512 =
      "WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==";

  private static final Path FOLDER = Path.of("target/lforms");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Questions</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/webcomponent/styles.css">
      <div id="form"></div>
      <script src="/webcomponent/assets/lib/zone.min.js"></script>
      <script src="/webcomponent/runtime.js" type="module"></script>
      <script src="/webcomponent/polyfills.js" type="module"></script>
      <script src="/webcomponent/main.js" type="module"></script>
      <script src="/fhir/R4/lformsFHIR.min.js" defer></script>
      """;

  private static final Map<String, String> TYPES =
      Map.of("js", "text/javascript", "css", "text/css", "png", "image/png");

  private final Path files;
  private final HttpServer server;

  private LhcForms(Path files, HttpServer server) {
    this.files = files;
    this.server = server;
  }

  /** Starts to serve it, or skips the tests where it is not there and cannot be fetched. */
  static LhcForms start() throws IOException, InterruptedException {
    Optional<String> missing = fetch();
    if (Boolean.getBoolean("browser.required")) {
      assertEquals(Optional.empty(), missing);
    }
    assumeTrue(missing.isEmpty(), () -> missing.get() + "; no Questionnaire was rendered");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LhcForms forms = new LhcForms(FOLDER.resolve("package/dist/lforms"), server);
    server.createContext("/", forms::answer);
    server.start();
    return forms;
  }

  /** What is missing, if anything is. */
  private static Optional<String> fetch() throws IOException, InterruptedException {
    Path archive = FOLDER.resolve("lforms-" + VERSION + ".tgz");
    if (!Files.exists(archive)) {
      Files.createDirectories(FOLDER);
      String fetched = run("npm", "pack", "lforms@" + VERSION, "--silent");
      if (!fetched.isEmpty()) {
        return Optional.of("lforms " + VERSION + " cannot be fetched: " + fetched);
      }
    }
    assertEquals(SHA_512, digest(archive), archive + " is another file than was looked at");
    if (!Files.exists(FOLDER.resolve("package"))) {
      assertEquals("", run("tar", "-xzf", archive.getFileName().toString()));
    }
    return Optional.empty();
  }

  /** Nothing, or what went wrong. */
  private static String run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("log.txt").toFile())
              .start();
    } catch (IOException e) {
      return command[0] + " cannot be started";
    }
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return command[0] + " has not ended after three minutes";
    }
    return process.exitValue() == 0
        ? ""
        : command[0] + ": " + Files.readString(FOLDER.resolve("log.txt")).strip();
  }

  private static String digest(Path file) throws IOException {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Path file = files.resolve(path.substring(1)).normalize();
      boolean isFile = file.startsWith(files) && Files.isRegularFile(file);
      if (!isFile && !path.equals("/")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = isFile ? Files.readAllBytes(file) : PAGE.getBytes(UTF_8);
      String ending = path.substring(path.lastIndexOf('.') + 1);
      exchange.getResponseHeaders().add("Content-Type", TYPES.getOrDefault(ending, "text/html"));
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  String address() {
    assertTrue(server.getAddress().getAddress().isLoopbackAddress());
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
