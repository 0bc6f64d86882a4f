package io.github.cpt76496.examples.refresh;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A file as CMS gives it out.
 *
 * @param kind what it holds
 * @param name the name of the file that was given, the zip's if it is in one
 * @param member the name of the file itself
 * @param sha256 of the file that was given
 * @param text its text
 */
record OfficialFile(Kind kind, String name, String member, String sha256, String text) {

  /** What is read. */
  enum Kind {
    /** The comma-separated form of the national fee schedule's relative value file. */
    FEE_SCHEDULE,
    /** The tab-separated form of the NCCI procedure-to-procedure edits for practitioners. */
    NCCI_PRACTITIONER
  }

  /** Of all that CMS packs together, the files that are read. */
  static List<OfficialFile> in(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    byte[] bytes = Files.readAllBytes(path);
    List<OfficialFile> files = new ArrayList<>();
    if (lower(name).endsWith(".zip")) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          String member = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
          add(files, name, member, bytes, zip.readAllBytes());
        }
      } catch (ZipException | EOFException e) {
        throw new Refusal(name, "is no whole zip; fetch it again");
      }
    } else {
      add(files, name, name, bytes, bytes);
    }
    if (files.isEmpty()) {
      throw new Refusal(
          name,
          "has neither a fee schedule (PPRRVU*.csv) nor NCCI practitioner edits (ccipra*.txt); give"
              + " the zip as CMS has it, or the file out of it");
    }
    return files;
  }

  private static void add(
      List<OfficialFile> files, String name, String member, byte[] given, byte[] content) {
    String lower = lower(member);
    Kind kind;
    // From 2026 there are two, for those who take part in an alternative payment model (QPP) and
    // for all others; what is read here is the same in both.
    if (lower.startsWith("pprrvu") && lower.endsWith(".csv") && !lower.contains("_qpp")) {
      kind = Kind.FEE_SCHEDULE;
    } else if (lower.startsWith("ccipra") && lower.endsWith(".txt")) {
      kind = Kind.NCCI_PRACTITIONER;
    } else {
      return;
    }
    String text = withoutMark(new String(content, StandardCharsets.ISO_8859_1));
    files.add(new OfficialFile(kind, name, member, sha256(given), text));
  }

  /** The byte order mark of UTF-8, as it reads in Latin 1. */
  private static String withoutMark(String text) {
    return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where something stands in it. */
  String place(long line) {
    return member + ", line " + line;
  }

  /** Not the text: it has the code book's descriptions in it. */
  @Override
  public String toString() {
    return member;
  }
}
