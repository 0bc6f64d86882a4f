package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.examples.scrubber.ClaimGenerator.Mix;
import io.github.cpt76496.json.ClaimJson;
import io.github.cpt76496.x12.X12ClaimReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The claims of {@link ClaimGenerator} in several formats. */
final class ClaimFiles {

  private ClaimFiles() {}

  /** A format. */
  enum Form {
    PROFESSIONAL("837P"),
    INSTITUTIONAL("837I"),
    JSON_LINES("JSON lines"),
    FHIR_LINES("FHIR NDJSON"),
    CSV("CSV");

    private final String title;

    Form(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    boolean isX12() {
      return this == PROFESSIONAL || this == INSTITUTIONAL;
    }
  }

  /** Writes a file; it is always the same. */
  static void write(Path file, Form form, int claims, Mix mix) throws IOException {
    if (form == Form.PROFESSIONAL) {
      try (Writer out = Files.newBufferedWriter(file)) {
        ClaimGenerator.write(out, claims, mix, 1);
      }
      return;
    }
    Path professional = Files.createTempFile("claims", ".837");
    try (Writer out = Files.newBufferedWriter(file)) {
      write(professional, Form.PROFESSIONAL, claims, mix);
      if (form == Form.INSTITUTIONAL) {
        writeInstitutional(professional, out);
      } else {
        writeClaims(professional, form, out);
      }
    } finally {
      Files.delete(professional);
    }
  }

  private static void writeInstitutional(Path professional, Writer out) throws IOException {
    try (BufferedReader segments = Files.newBufferedReader(professional)) {
      for (String s = segments.readLine(); s != null; s = segments.readLine()) {
        out.write(
            s.replace("005010X222A1", "005010X223A3")
                .replaceFirst("^SV1\\*(HC:[^*]*)\\*100\\*UN\\*1.*~", "SV2*0320*$1*100*UN*1~")
                .replaceFirst("^(CLM.*\\*)\\d\\d:B:1.*~", "$113:A:1**A*Y*Y~"));
        out.write('\n');
      }
    }
  }

  private static void writeClaims(Path professional, Form form, Writer out) throws IOException {
    if (form == Form.CSV) {
      out.write("claimId,payerName,placeOfService,dateOfService,procedureCode,modifiers,units\n");
    }
    try (InputStream in = Files.newInputStream(professional)) {
      new X12ClaimReader()
          .read(
              in,
              claim -> write(claim, form, out),
              problem -> {
                throw new IllegalStateException(problem.reason());
              });
    }
  }

  private static void write(PlacedClaim placed, Form form, Writer out) {
    Claim claim = placed.claim();
    try {
      switch (form) {
        case JSON_LINES -> out.write(ClaimJson.write(placed.id(), claim) + "\n");
        case FHIR_LINES -> out.write(fhir(placed) + "\n");
        default -> {
          for (ServiceLine line : claim.lines()) {
            out.write(
                String.join(
                        ",",
                        placed.id(),
                        claim.payer().family().name(),
                        line.placeOfService(),
                        line.dateOfService().toString(),
                        line.procedureCode(),
                        String.join(" ", line.modifiers()),
                        "1")
                    + "\n");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fhir(PlacedClaim placed) {
    return ("{\"resourceType\":\"Claim\",\"id\":\"%s\",\"status\":\"active\",\"use\":\"claim\","
            + "\"insurer\":{\"display\":\"%s\"},\"item\":[%s]}")
        .formatted(
            placed.id(),
            placed.claim().payer().family(),
            placed.claim().lines().stream().map(ClaimFiles::item).collect(Collectors.joining(",")));
  }

  private static String item(ServiceLine line) {
    String coding =
        "{\"coding\":[{\"system\":\"http://www.ama-assn.org/go/cpt\",\"code\":\"%s\"}]}";
    String modifiers =
        line.modifiers().isEmpty()
            ? ""
            : line.modifiers().stream()
                .map(coding::formatted)
                .collect(Collectors.joining(",", ",\"modifier\":[", "]"));
    return "{\"sequence\":%d,\"productOrService\":%s%s,\"servicedDate\":\"%s\"}"
        .formatted(
            line.number(), coding.formatted(line.procedureCode()), modifiers, line.dateOfService());
  }
}
