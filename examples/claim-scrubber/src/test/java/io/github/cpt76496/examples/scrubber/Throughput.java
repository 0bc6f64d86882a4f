package io.github.cpt76496.examples.scrubber;

import com.imsweb.x12.Loop;
import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import io.github.cpt76496.examples.scrubber.ClaimGenerator.Mix;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Prints what reading a file costs the scrubber beside the least that it can cost, and beside other
 * readers: {@code mvn -f examples -pl ..,claim-scrubber -am -Pthroughput -DskipTests verify}.
 *
 * <p>Each contestant is a whole process, its start included. All read the same file one after the
 * other, round by round, so that what else runs on the machine hits each alike. A figure is the
 * median of its rounds; a ratio is that of the ratios to the bare loop of the same round, with the
 * least and the greatest. Seconds of processor and peak memory are those that GNU {@code time}
 * tells; they are missing where there is none.
 */
final class Throughput {

  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final int BUFFER = 1 << 18;

  private static final String USUAL =
      "20000,300000,INSTITUTIONAL/RADIOLOGY/300000,JSON_LINES/RADIOLOGY/300000,"
          + "FHIR_LINES/RADIOLOGY/300000,CSV/RADIOLOGY/300000";

  /** It holds the whole file as objects, which takes ten times its size. */
  private static final int MOST_FOR_IMSWEB = 20_000;

  private static final List<String> PARALLEL = List.of("-Xmx256m", "-XX:+UseParallelGC");

  private static final Path TIME = Path.of("/usr/bin/time");

  private Throughput() {}

  /**
   * A file of claims.
   *
   * @param form its format
   */
  private record Claims(ClaimFiles.Form form, Mix mix, int count) {

    String title() {
      return String.format(Locale.ROOT, "%s, %s, %,d claims", form.title(), title(mix), count);
    }

    private static String title(Mix mix) {
      return switch (mix) {
        case CLEARING_HOUSE -> "A: one line in 100,000";
        case RADIOLOGY -> "B: one line in 100";
        case ALL -> "C: every line";
      };
    }
  }

  /** What one process took. */
  private record Cost(double seconds, double processorSeconds, double peakMegabytes) {}

  /**
   * Reads a file as a contestant, or measures all of them.
   *
   * @param args the name of a contestant and its file; or which files are made, and where. A file
   *     is {@code FORM/MIX/CLAIMS}, and a number alone stands for the professional claims of all
   *     mixes
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2 && List.of("bare", "staedi", "imsweb").contains(args[0])) {
      readAs(args[0], Path.of(args[1]));
      return;
    }
    Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("claims");
    System.out.println(
        "| contestant | s | CPU s | claims/s | MB/s | x bare loop | least to most | peak MB |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (String file : (args.length > 0 ? args[0] : USUAL).split(",", -1)) {
      for (Claims claims : claims(file.split("/", -1))) {
        measure(claims, folder);
      }
    }
  }

  private static List<Claims> claims(String[] file) {
    if (file.length == 1) {
      int count = Integer.parseInt(file[0]);
      return Arrays.stream(Mix.values())
          .map(mix -> new Claims(ClaimFiles.Form.PROFESSIONAL, mix, count))
          .toList();
    }
    return List.of(
        new Claims(
            ClaimFiles.Form.valueOf(file[0]), Mix.valueOf(file[1]), Integer.parseInt(file[2])));
  }

  private static void measure(Claims claims, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("claims");
    Path packed = folder.resolve("claims.gz");
    try {
      ClaimFiles.write(file, claims.form(), claims.count(), claims.mix());
      measure(claims, file, contestants(claims, file, packed));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(packed);
    }
  }

  private static Map<String, List<String>> contestants(Claims claims, Path file, Path packed)
      throws IOException {
    Map<String, List<String>> contestants = new LinkedHashMap<>();
    contestants.put("bare loop", self("bare", file));
    if (claims.form().isX12()) {
      contestants.put("StAEDI alone", self("staedi", file));
      if (claims.count() <= MOST_FOR_IMSWEB) {
        contestants.put("imsweb x12-parser", self("imsweb", file));
      }
    }
    contestants.put("ours, 1 thread, json", ours(file, "--format=json", "--threads=1"));
    contestants.put("ours, 2 threads, json", ours(file, "--format=json", "--threads=2"));
    contestants.put("ours, 2 threads, short", ours(file, "--short", "--threads=2"));
    if (claims.mix() == Mix.ALL) {
      contestants.put("ours, 1 thread, short", ours(file, "--short", "--threads=1"));
      contestants.put(
          "ours, 2 threads, compact", ours(file, "--format=json", "--compact", "--threads=2"));
      contestants.put(
          "ours, 2 threads, json, parallel collector",
          ours(PARALLEL, file, "--format=json", "--threads=2"));
      contestants.put(
          "ours, 2 threads, short, parallel collector",
          ours(PARALLEL, file, "--short", "--threads=2"));
    }
    if (claims.form() == ClaimFiles.Form.PROFESSIONAL && claims.mix() == Mix.CLEARING_HOUSE) {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), BUFFER)) {
        Files.copy(file, out);
      }
      contestants.put("ours, gzip", ours(packed, "--format=json"));
      String plain = String.join(" ", ours(Path.of("-"), "--format=json"));
      contestants.put(
          "ours, behind gzip -dc", List.of("sh", "-c", "gzip -dc " + packed + " | " + plain));
    }
    return contestants;
  }

  private static List<String> self(String name, Path file) {
    String heap = name.equals("imsweb") ? "-Xmx4g" : "-Xmx256m";
    return java(List.of(heap), Throughput.class, name, file.toString());
  }

  private static List<String> ours(Path file, String... options) {
    return ours(List.of("-Xmx256m"), file, options);
  }

  private static List<String> ours(List<String> ofJava, Path file, String... options) {
    List<String> command = java(ofJava, Main.class, options);
    command.add(file.toString());
    return command;
  }

  private static List<String> java(List<String> ofJava, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ofJava);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    return command;
  }

  private static void measure(Claims claims, Path file, Map<String, List<String>> contestants)
      throws IOException, InterruptedException {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, List<String>> contestant : contestants.entrySet()) {
        costs
            .computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
            .add(run(contestant.getValue()));
      }
    }
    double megabytes = Files.size(file) / 1e6;
    System.out.printf(
        Locale.ROOT, "| **%s, %,.0f MB** | | | | | | | |%n", claims.title(), megabytes);
    List<Cost> bare = costs.get("bare loop");
    costs.forEach(
        (name, rounds) -> {
          double[] ratios = new double[ROUNDS];
          for (int i = 0; i < ROUNDS; i++) {
            ratios[i] = rounds.get(i).seconds() / bare.get(i).seconds();
          }
          Arrays.sort(ratios);
          double seconds = median(rounds.stream().mapToDouble(Cost::seconds).toArray());
          System.out.printf(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %,.0f | %,.1f | %.2f | %.2f to %.2f | %,.0f |%n",
              name,
              seconds,
              median(rounds.stream().mapToDouble(Cost::processorSeconds).toArray()),
              claims.count() / seconds,
              megabytes / seconds,
              median(ratios),
              ratios[0],
              ratios[ROUNDS - 1],
              median(rounds.stream().mapToDouble(Cost::peakMegabytes).toArray()));
        });
  }

  private static Cost run(List<String> command) throws IOException, InterruptedException {
    Path told = Files.createTempFile("time", ".txt");
    List<String> timed = new ArrayList<>();
    boolean canTell = Files.isExecutable(TIME);
    if (canTell) {
      timed.addAll(List.of(TIME.toString(), "-o", told.toString(), "-f", "%U %S %M"));
    }
    timed.addAll(command);
    long start = System.nanoTime();
    int exitCode =
        new ProcessBuilder(timed)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (exitCode > 1) { // 1 is a finding of severity ERROR.
      throw new IllegalStateException("ended with " + exitCode + ": " + command);
    }
    List<String> lines = Files.readAllLines(told);
    Files.delete(told);
    if (!canTell) {
      return new Cost(seconds, Double.NaN, Double.NaN);
    }
    String[] parts = lines.get(lines.size() - 1).split(" ", -1); // An exit code stands before.
    return new Cost(
        seconds,
        Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]) / 1000);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void readAs(String contestant, Path file) throws IOException {
    long found =
        switch (contestant) {
          case "bare" -> bareLoop(file);
          case "staedi" -> staediAlone(file);
          case "imsweb" -> imsweb(file);
          default -> throw new IllegalArgumentException(contestant);
        };
    if (found == 0) {
      throw new IllegalStateException("nothing was read");
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(found);
  }

  /** Looks at every byte and counts delimiters: no reader can be faster that does as much. */
  private static long bareLoop(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long segments = 0;
    long elements = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          if (b == '~' || b == '\n') {
            segments++;
          } else if (b == '*' || b == ',') {
            elements++;
          }
        }
      }
    }
    return segments + elements;
  }

  /** Reads every element and keeps nothing. */
  private static long staediAlone(Path file) throws IOException {
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    long characters = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        EDIStreamReader reader = factory.createEDIStreamReader(in)) {
      while (reader.hasNext()) {
        if (reader.next() == EDIStreamEvent.ELEMENT_DATA) {
          characters += reader.getText().length();
        }
      }
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
    return characters;
  }

  /** Reads the file into loops, which is what it offers. */
  private static long imsweb(Path file) throws IOException {
    X12Reader reader = new X12Reader(FileType.ANSI837_5010_X222, file.toFile());
    long claims = 0;
    for (Loop loop : reader.getLoops()) {
      claims += loop.findLoop("2300").size();
    }
    return claims;
  }
}
