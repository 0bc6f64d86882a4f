package io.github.cpt76496.x12;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a transaction is, by its set (ST01) and its implementation guide (ST03, or GS08 before
 * 5010).
 */
final class TransactionKind {

  private static final String READ = "837 professional 005010X222 and 837 institutional 005010X223";

  /** The guide of the professional claim with any of its errata, A1, A2 ... */
  private static final Pattern PROFESSIONAL_5010 = Pattern.compile("005010X222(A[0-9]{1,2})?");

  private static final Pattern INSTITUTIONAL_5010 = Pattern.compile("005010X223(A[0-9]{1,2})?");

  private static final Pattern VERSION = Pattern.compile("[0-9]{6}(X[0-9]{3}(A[0-9]{1,2})?)?");

  private final String set;
  private final String version;

  private TransactionKind(String set, String version) {
    this.set = set;
    this.version = version;
  }

  static TransactionKind of(String set, String version) {
    return new TransactionKind(set.strip(), version.strip());
  }

  /** The guide by which the transaction is read; nothing for one that is not read. */
  Optional<ClaimGuide> guide() {
    if (!set.equals("837")) {
      return Optional.empty();
    }
    if (PROFESSIONAL_5010.matcher(version).matches()) {
      return Optional.of(ClaimGuide.PROFESSIONAL);
    }
    return INSTITUTIONAL_5010.matcher(version).matches()
        ? Optional.of(ClaimGuide.INSTITUTIONAL)
        : Optional.empty();
  }

  /** One message for people; a set or version that is none is not repeated. */
  String whyNotRead() {
    String guide = VERSION.matcher(version).matches() ? version : "version not recognized";
    return "X12 " + name() + ", " + guide + cure() + "; this version reads " + READ;
  }

  private String cure() {
    return set.equals("837") && version.startsWith("004010")
        ? ", which is version 4010; convert it to 5010"
        : "";
  }

  private String name() {
    return switch (set) {
      case "837" -> ("837 " + claimType()).strip();
      case "270", "271" -> set + " eligibility";
      case "276", "277" -> set + " claim status";
      case "275" -> "275 attachment";
      case "278" -> "278 authorization";
      case "820" -> "820 premium payment";
      case "834" -> "834 enrollment";
      case "835" -> "835 remittance";
      case "997", "999" -> set + " acknowledgment";
      default -> "of a transaction set that is not recognized";
    };
  }

  private String claimType() {
    if (version.contains("X298") || version.contains("X299") || version.contains("X300")) {
      return "of claims already adjudicated";
    }
    if (version.contains("X222") || version.contains("X098")) {
      return "professional";
    }
    if (version.contains("X223") || version.contains("X096")) {
      return "institutional";
    }
    return version.contains("X224") || version.contains("X097") ? "dental" : "";
  }
}
