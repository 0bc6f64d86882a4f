package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cpt76496.examples.scrubber.ClaimGenerator.Mix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

  private static final String CLAIM =
      "{\"id\":\"C1\",\"lines\":[{\"procedureCode\":\"76000\",\"dateOfService\":\"2026-03-02\"}]}\n";

  @TempDir Path folder;

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] claim() {
    return CLAIM.getBytes(StandardCharsets.UTF_8);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static ScrubberRun read(long claims) {
    return new ScrubberRun(
        0,
        claims
            + (claims == 1 ? " claim" : " claims")
            + " read, 0 lines with 76496: 0 errors, 0 warnings; nothing not read\n",
        "");
  }

  private static ScrubberRun notRead(String summary, Path file, String reason) {
    return new ScrubberRun(
        2,
        summary + " read, 0 lines with 76496: 0 errors, 0 warnings; 1 input not read\n",
        file + ": " + reason + "\n");
  }

  @Test
  void folderIsItsVisibleFilesByName() throws IOException {
    Path b = write("claims/b/2.json", claim());
    Path a = write("claims/a.json", claim());
    write("claims/.hidden", claim());
    write("claims/.git/x.json", claim());

    assertEquals(List.of(a, b), Sources.files(folder.resolve("claims")).files());
    assertEquals(read(2), ScrubberRun.of(folder.resolve("claims").toString()));
  }

  @Test
  void fileThatIsGivenTwiceIsAnsweredOnce() throws IOException {
    Path a = write("claims/a.json", claim());
    write("claims/b.json", claim());
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), a);

    assertEquals(
        new ScrubberRun(
            0,
            read(2).out(),
            a
                + ": was given twice; its claims were answered once\n"
                + link
                + ": was given twice; its claims were answered once\n"),
        ScrubberRun.of(folder.resolve("claims").toString(), a.toString(), link.toString()));
  }

  @Test
  void standardInputIsNotReadTwice() {
    assertEquals(
        new ScrubberRun(
            2,
            "",
            """
            FILE: - is given twice, and standard input can be read once
            Try `claim-scrubber --help` for all options.
            """),
        ScrubberRun.of("-", "-"));
  }

  @Test
  void hiddenFolderThatIsNamedIsRead() throws IOException {
    Path file = write(".claims/a.json", claim());

    assertEquals(List.of(file), Sources.files(folder.resolve(".claims")).files());
  }

  @Test
  void linksAreNamedWhereTheyAreNotRead() throws IOException {
    Path claims = write("claims/a.json", claim()).getParent();
    write("elsewhere/b.json", claim());
    Path back = Files.createSymbolicLink(claims.resolve("back"), claims);
    Path other = Files.createSymbolicLink(claims.resolve("other"), folder.resolve("elsewhere"));
    Path dangling = Files.createSymbolicLink(claims.resolve("z"), folder.resolve("nothing"));

    ScrubberRun run = ScrubberRun.of(claims.toString());

    assertEquals(2, run.exitCode());
    String notFollowed = ": a link to a folder, which was not followed";
    assertEquals(
        Stream.of(back + notFollowed, dangling + ": no such file", other + notFollowed)
            .sorted()
            .toList(),
        run.err().lines().sorted().toList());
    assertTrue(run.out().startsWith("1 claim read"), run.out());
  }

  @Test
  void folderThatMayNotBeListedIsNamedAndTheRestIsRead() throws IOException {
    write("claims/a.json", claim());
    Path locked = write("claims/locked/b.json", claim()).getParent();
    assumeTrue(locked.toFile().setReadable(false) && locked.toFile().list() == null);
    try {
      assertEquals(
          notRead("1 claim", locked, "the folder may not be listed"),
          ScrubberRun.of(folder.resolve("claims").toString()));
      assertEquals(
          notRead("0 claims", locked, "the folder may not be listed"),
          ScrubberRun.of(locked.toString()));
    } finally {
      assertTrue(locked.toFile().setReadable(true));
    }
  }

  @Test
  void gzipIsUnpackedAndMembersFollowEachOther() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(claim()));
    members.write(gzip(claim()));

    assertEquals(read(2), ScrubberRun.of(write("claims", members.toByteArray()).toString()));
  }

  @Test
  void gzipMemberThatArrivesLateIsReadToo() throws IOException {
    byte[] member = gzip(claim());
    InputStream pipe =
        new InputStream() {
          private final InputStream both =
              new java.io.SequenceInputStream(
                  new ByteArrayInputStream(member), new ByteArrayInputStream(member));

          @Override
          public int read() throws IOException {
            return both.read();
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return both.read(buffer, offset, length);
          }

          @Override
          public int available() {
            return 0;
          }
        };

    try (InputStream in = Sources.unpacked(pipe, () -> {})) {
      assertEquals(CLAIM + CLAIM, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void gzipInsideGzipIsNamed() throws IOException {
    Path file = write("claims", gzip(gzip(claim())));

    assertEquals(
        notRead("0 claims", file, "gzip inside gzip; unpack it first"),
        ScrubberRun.of(file.toString()));
  }

  @Test
  void damagedGzipIsNamedAndWhatCameBeforeIsAnswered() throws IOException {
    byte[] packed = gzip(CLAIM.repeat(20_000).getBytes(StandardCharsets.UTF_8));
    Path cut = write("cut", Arrays.copyOf(packed, packed.length - 4));
    packed[10] = (byte) 0xFF;
    Path damaged = write("damaged", packed);

    assertEquals(
        notRead("20000 claims", cut, "the gzip data is cut off; the rest was not read"),
        ScrubberRun.of(cut.toString()));
    assertEquals(
        notRead("0 claims", damaged, "the gzip data is damaged; the rest was not read"),
        ScrubberRun.of(damaged.toString()));
  }

  @Test
  void claimsBeforeTheEndOfCutGzipAreAnswered() throws IOException {
    byte[] packed = gzip(CLAIM.repeat(500).getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(packed, packed.length - 20);

    ScrubberRun run = ScrubberRun.of(write("cut", cut).toString());

    assertEquals(2, run.exitCode());
    int read = Integer.parseInt(run.out().substring(0, run.out().indexOf(' ')));
    assertTrue(read > 100, run.out());
  }

  /** Those that were found and are read later are not lost, and neither is the count of others. */
  @Test
  void claimsBeforeTheEndOfCutX12AreAnswered() throws IOException {
    StringWriter claims = new StringWriter();
    ClaimGenerator.write(claims, 50, Mix.RADIOLOGY, 1);
    byte[] packed = gzip(claims.toString().getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);

    ScrubberRun run = ScrubberRun.of(write("cut", cut).toString());

    assertEquals(2, run.exitCode());
    String counted = run.out().lines().reduce("", (before, line) -> line);
    assertTrue(counted.matches("[1-4]\\d claims read, .*; 1 input not read"), counted);
  }

  @Test
  void minusIsStandardInput() {
    InputStream ofProcess = System.in;
    System.setIn(new ByteArrayInputStream(claim()));
    try {
      assertEquals(read(1), ScrubberRun.of("-"));
    } finally {
      System.setIn(ofProcess);
    }
  }
}
