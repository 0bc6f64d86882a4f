package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One word for one thing, the field's, in American spelling: words that were given up come back in
 * no message, page or comment. This file names them, and is not searched.
 */
class GlossaryTest {

  private static final List<String> ROOTS =
      List.of("rules", "src", "examples", ".github", ".ci", "README.md", "pom.xml");

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  /** Each was used for one thing that the field, or plain English, has another word for. */
  private static final Pattern GIVEN_UP =
      Pattern.compile(
          String.join(
              "|",
              "technical part",
              "professional part\\b(?!:)",
              "whole service",
              "bought from outside",
              "leaves nothing for",
              "stands beside",
              "\\bended code",
              "\\bgoes before",
              "gives way",
              "told apart",
              "written anew",
              "\\bat hand\\b",
              "hangs on\\b",
              "no account\\b",
              "whoever pays",
              "known holes",
              "engine room",
              "\\bthe door\\b",
              "\\bmend(s|ed|ing)?\\b",
              "known to be there",
              "cannot tell(?! apart)",
              "no rule to go by"),
          Pattern.CASE_INSENSITIVE);

  /** A file of others is called g01-neighbour-cancelled. */
  private static final Pattern BRITISH =
      Pattern.compile(
          "colour|behaviour|neighbour(?!-cancelled)|catalogue|licence|artefact"
              + "|(recogn|normal|serial|organ)is(ed|able|ation)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void noWordComesBackThatWasGivenUp() throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    for (Path file : files()) {
      List<String> lines = lines(file);
      files += lines.isEmpty() ? 0 : 1;
      for (int i = 0; i < lines.size(); i++) {
        for (Pattern pattern : List.of(GIVEN_UP, BRITISH)) {
          Matcher word = pattern.matcher(lines.get(i) + " " + begin(lines, i + 1));
          if (word.find() && word.start() < lines.get(i).length()) {
            found.add(file + ":" + (i + 1) + ": " + word.group());
          }
        }
      }
    }
    assertEquals("", String.join("\n", found));
    assertTrue(files > 500, "looked at next to nothing: " + files);
  }

  /** What a phrase goes on with in the next line, without what makes that line a comment. */
  private static String begin(List<String> lines, int next) {
    return next < lines.size() ? lines.get(next).replaceFirst("^\\s*(/?\\*+|//+|#+)?\\s*", "") : "";
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String root : ROOTS) {
      Files.walkFileTree(
          Path.of(root),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!file.endsWith("GlossaryTest.java")) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return files;
  }

  /** None of a file that is no text. */
  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      return List.of();
    }
  }
}
