package io.github.cpt76496.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.testkit.CaseFile;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Writes claims in the library's JSON form, one a line: the claim of every case beside the pages
 * and tables, then generated ones. Two versions of the claim scrubber that read them can be
 * compared byte for byte; {@code .ci/compare-answers} does so.
 *
 * <p>Arguments: how many claims to generate, and a seed.
 */
public final class WriteClaims {

  private final StringBuilder json = new StringBuilder();

  private WriteClaims() {}

  public static void main(String[] args) throws IOException {
    ClaimGenerator generator = new ClaimGenerator(Long.parseLong(args[1]), new Reference());
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8))) {
      int number = 0;
      for (CaseFile file : CaseFile.all(Path.of("rules"), "")) {
        for (CaseFile.Case c : file.cases()) {
          out.write(line("case-" + ++number, c.claim()));
        }
      }
      for (int i = 1; i <= Integer.parseInt(args[0]); i++) {
        out.write(line("generated-" + i, generator.next()));
      }
    }
  }

  private static String line(String id, Claim claim) {
    WriteClaims writer = new WriteClaims();
    writer.write(id, claim);
    return writer.json + "\n";
  }

  private void write(String id, Claim claim) {
    json.append('{');
    text("id", id);
    text("form", claim.form().name());
    json.append("\"payer\":{");
    text("family", claim.payer().family().name());
    text("plan", claim.payer().plan());
    text("lineOfBusiness", claim.payer().lineOfBusiness().name());
    close("},");
    text("typeOfBill", claim.typeOfBill());
    text("note", claim.note());
    json.append("\"attachments\":[");
    for (DocumentationItem item : sorted(claim.attachments())) {
      json.append("{\"item\":\"").append(item).append("\"},");
    }
    close("],\"lines\":[");
    for (ServiceLine line : claim.lines()) {
      json.append('{');
      json.append("\"number\":").append(line.number()).append(',');
      text("procedureCode", line.procedureCode());
      texts("modifiers", line.modifiers());
      text("placeOfService", line.placeOfService());
      text("dateOfService", line.dateOfService().toString());
      if (!line.dateOfServiceEnd().equals(line.dateOfService())) {
        text("dateOfServiceEnd", line.dateOfServiceEnd().toString());
      }
      if (line.units().signum() > 0) {
        json.append("\"units\":").append(line.units().toPlainString()).append(',');
      }
      text("description", line.description());
      text("note", line.note());
      text("revenueCode", line.revenueCode());
      json.append("\"record\":{");
      write(line.record());
      close("}},");
    }
    close("]}");
  }

  private void write(RecordFacts record) {
    text("imaging", record.imaging().name());
    text("purpose", record.purpose().name());
    text("procedure", record.procedure());
    text("component", record.component().name());
    stated("writtenInterpretation", record.writtenInterpretation());
    stated("noSpecificCode", record.noSpecificCode());
    stated("categoryThreeChecked", record.categoryThreeChecked());
    stated("motionRecorded", record.motionRecorded());
    stated("purchasedComponent", record.purchasedComponent());
    stated("hospitalPatient", record.hospitalPatient());
    texts("onFile", sorted(record.onFile()).stream().map(DocumentationItem::name).toList());
  }

  private static Collection<DocumentationItem> sorted(Collection<DocumentationItem> items) {
    return items.stream().sorted().toList();
  }

  /** What is empty or not stated is left out, as a person would leave it out. */
  private void text(String key, String value) {
    if (!value.isEmpty() && !value.equals("NOT_STATED")) {
      json.append('"').append(key).append("\":\"");
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
      json.append("\",");
    }
  }

  private void texts(String key, Collection<String> values) {
    json.append('"').append(key).append("\":[");
    for (String value : values) {
      json.append('"').append(value).append("\",");
    }
    close("],");
  }

  private void stated(String key, Stated value) {
    if (value != Stated.NOT_STATED) {
      json.append('"').append(key).append("\":").append(value == Stated.YES).append(',');
    }
  }

  /** Ends a list or an object: the comma after its last element goes. */
  private void close(String end) {
    int last = json.length() - 1;
    if (json.charAt(last) == ',') {
      json.setLength(last);
    }
    json.append(end);
  }
}
