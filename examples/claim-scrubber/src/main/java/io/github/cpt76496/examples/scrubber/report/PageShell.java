package io.github.cpt76496.examples.scrubber.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page without its data. Style and scripts stand in it, named by their hashes in its security
 * policy: the browser runs nothing else and asks no network for anything.
 *
 * @param beforeData what comes before the data
 * @param afterData what comes after them
 */
record PageShell(String beforeData, String afterData) {

  private static final List<String> SCRIPTS =
      List.of("elements.js", "view.js", "detail.js", "page.js");

  static PageShell read() {
    String style = resource("report.css");
    List<String> scripts = SCRIPTS.stream().map(PageShell::resource).toList();
    String[] parts =
        resource("report.html")
            .replace("<!-- policy -->", policy(style, scripts))
            .replace("<!-- style -->", "<style>" + style + "</style>")
            .replace(
                "<!-- scripts -->",
                scripts.stream().map(PageShell::script).collect(Collectors.joining("\n")))
            .split("<!-- data -->", -1);
    return new PageShell(parts[0], parts[1]);
  }

  private static String script(String script) {
    return "<script>" + script + "</script>";
  }

  private static String policy(String style, List<String> scripts) {
    String policy =
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src %s;"
            + " script-src %s";
    return policy.formatted(
        hash(style), scripts.stream().map(PageShell::hash).collect(Collectors.joining(" ")));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = PageShell.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this jar");
      }
      // A browser reads a page's line ends as line feeds before it hashes; so must we.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
