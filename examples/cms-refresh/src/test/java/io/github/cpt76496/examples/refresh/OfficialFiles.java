package io.github.cpt76496.examples.refresh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in the layout of CMS. Where CMS has the code book's words, they have {@link #WORDS}. */
final class OfficialFiles {

  static final String WORDS = "Description withheld, in words";

  /** Of July 2026. */
  private static final List<String> HEADINGS =
      List.of(
          ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,",
          ",,,,NOT USED,,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED",
          ",,,,FOR,,,NON-FAC,,FACILITY,,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR"
              + " OPPS",
          ",,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,"
              + "INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,"
              + "PAYMENT,PAYMENT,PAYMENT",
          "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,"
              + "IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,"
              + "AMOUNT,AMOUNT,AMOUNT");

  private OfficialFiles() {}

  /** Facts in the order status, nonfacility NA, facility NA, PC/TC indicator, supervision. */
  static String feeSchedule(String title, Map<FeeSchedule.Key, List<String>> facts) {
    List<String> lines = new ArrayList<>();
    lines.add(",," + title + ",".repeat(29));
    lines.add(",,CPT codes and descriptions are copyright of their owner." + ",".repeat(29));
    lines.add(",".repeat(31));
    lines.add(",,RELEASED 08/26/2026" + ",".repeat(29));
    lines.addAll(HEADINGS);
    facts.forEach(
        (key, fact) -> {
          String[] cells = new String[32];
          Arrays.fill(cells, "0.00");
          cells[0] = key.code();
          cells[1] = key.modifier();
          cells[2] = '"' + WORDS + '"';
          cells[3] = fact.get(0);
          cells[7] = fact.get(1);
          cells[9] = fact.get(2);
          cells[13] = fact.get(3);
          cells[26] = fact.get(4);
          lines.add(String.join(",", cells));
        });
    return String.join("\r\n", lines) + "\r\n\u001a";
  }

  /** What the table holds on a day, as CMS would have said it. */
  static Map<FeeSchedule.Key, List<String>> factsOf(Table feeSchedule, LocalDate day) {
    Map<FeeSchedule.Key, List<String>> facts = new LinkedHashMap<>();
    for (Table.Row row : feeSchedule.rows) {
      if (Rows.holds(row, day)) {
        facts.put(
            new FeeSchedule.Key(row.get("code"), row.get("modifier")),
            List.of(
                row.get("status"),
                row.get("nonfacility_na"),
                row.get("facility_na"),
                row.get("pctc_indicator"),
                row.get("supervision")));
      }
    }
    return facts;
  }

  static String pair(String one, String two, String from, String to, String indicator) {
    return String.join("\t", one, two, " ", from, to, indicator, WORDS);
  }

  static String pair(
      String one, String two, String from, String to, String indicator, String rationale) {
    return String.join("\t", one, two, " ", from, to, indicator, rationale);
  }

  static String pairs(List<String> rows) {
    return "CPT only copyright of its owner.\t\t\t\t\t\t\r\n"
        + "Column1/Column2 Edits\t\t\t\t\t\t\r\n"
        + "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale\r\n"
        + "\t\tprior to 1996\tDate\tDate\t0=not allowed\t\r\n"
        + "\t\t\t\t*=no data\t1=allowed\t\r\n"
        + "\t\t\t\t\t9=not applicable\t\r\n"
        + String.join("\r\n", rows)
        + "\r\n";
  }

  static Path zip(Path zip, Map<String, String> members) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        ZipEntry entry = new ZipEntry(member.getKey());
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(member.getValue().getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return zip;
  }
}
