package io.github.cpt76496.benchmark;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A host with decisions of its own about edits, and as many requirement rows for its own payers.
 */
final class HostAdditions {

  /** Payers of none of the claims, and known: a decision for any other would be refused. */
  private static final List<String> PAYERS =
      List.of(
          "HUMANA",
          "MEDICAID",
          "BCBS/ANTHEM",
          "BCBS/INDEPENDENCE",
          "BCBS/MASSACHUSETTS",
          "BCBS/MICHIGAN",
          "BCBS/MINNESOTA",
          "BCBS/PREMERA",
          "BCBS/TENNESSEE",
          "MEDICARE/CGS",
          "MEDICARE/NGS",
          "MEDICARE/WPS");

  private HostAdditions() {}

  /** The library with so many decisions, and so many rows. */
  static Cpt76496Edits load(Contestant contestant, int additions) throws IOException {
    Cpt76496Edits.Loader loader =
        Cpt76496Edits.loader()
            .engine(contestant == Contestant.COMPILED ? Engine.COMPILED : Engine.DROOLS);
    // An edit about documents is one payer's.
    List<Edit> catalog =
        Cpt76496Edits.load().catalog().stream()
            .filter(edit -> edit.question() != Question.DOCUMENTATION)
            .toList();
    for (int i = 0; i < additions; i++) {
      loader.override(
          new EditOverride(
              catalog.get(i % catalog.size()).id(),
              PAYERS.get(i / catalog.size()),
              EditOverride.Action.INFO,
              "to measure"));
    }
    if (additions > 0) {
      loader.requirements(requirements(additions));
    }
    return loader.load();
  }

  private static Path requirements(int additions) throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "id\ttitle\tseverity\tgrade\tpayer\titem\tlevel\tchannels\tconsequence\tscope\tsource\t"
                + "source_date\turl\teffective_date\tlast_review_date\n");
    for (int i = 0; i < additions; i++) {
      rows.append("acme:documentation/payer-").append(i);
      rows.append("/report\tthe report goes with the claim\tERROR\tA\tOTHER/PAYER_").append(i / 5);
      rows.append("\tIMAGING_REPORT\tREQUIRED\tATTACH_PWK\tDENY\tGENERAL_UNLISTED_RULE\t");
      rows.append("a manual\t2025-01-01\t\t2025-01-01\t2026-11-24\n");
    }
    Path file = Files.createTempFile("requirements", ".tsv");
    file.toFile().deleteOnExit();
    return Files.writeString(file, rows);
  }
}
