package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Cpt76496Edits.Loader;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Engine;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a host can add to the rule set, on the command line. */
final class LibraryOptions {

  @Option(
      names = "--override",
      paramLabel = "EDIT=ACTION[@PAYER]",
      description =
          "report an edit otherwise: off, on, error, warning or info, for every payer or one, such"
              + " as modifier/on-unlisted-code=off@MEDICARE/CGS; may be repeated")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description =
          "why you override; it stands in the answers (default: given on the command line)")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--requirements",
      paramLabel = "FILE",
      description = "what your own payers want: rows as in examples/vendor-edits; may be repeated")
  private List<Path> requirements = new ArrayList<>();

  @Option(
      names = "--narratives",
      paramLabel = "FILE",
      description =
          "what words mean at your place: rows as in narrative-concepts.tsv; may be repeated")
  private List<Path> narratives = new ArrayList<>();

  @Option(
      names = "--ncci",
      paramLabel = "DATE=FILE",
      description =
          "CMS's own file of NCCI procedure-to-procedure edits, which replaces the bundled"
              + " pairs, with the first day of its quarter, such as 2026-10-01=ccipra.txt; repeated"
              + " for each part of one release")
  private List<String> ncci = new ArrayList<>();

  @Option(
      names = "--engine",
      paramLabel = "compiled|drools",
      defaultValue = "compiled",
      description = "what runs the rules (default: compiled); both give the same answers")
  private Engine engine;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The edits with what was added; a fault is one of the command line. */
  Cpt76496Edits load() {
    if (reason.isPresent() && overrides.isEmpty()) {
      throw fault("--reason: tells why an edit is overridden, and no --override is given");
    }
    Loader loader = Cpt76496Edits.loader().engine(engine);
    overrides.forEach(text -> loader.override(override(text)));
    add("--requirements", () -> loader.requirements(requirements.toArray(Path[]::new)));
    add("--narratives", () -> loader.narratives(narratives.toArray(Path[]::new)));
    addNcci(loader);
    try {
      return loader.load();
    } catch (IllegalArgumentException e) {
      throw fault(e.getMessage() + nearestEdit());
    }
  }

  private EditOverride override(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw fault("--override: expected EDIT=ACTION, such as modifier/on-unlisted-code=off");
    }
    String[] parts = text.substring(equals + 1).split("@", 2);
    String action = parts[0].strip().toUpperCase(Locale.ROOT);
    if (Arrays.stream(EditOverride.Action.values()).noneMatch(a -> a.name().equals(action))) {
      throw fault("--override: expected one of off, on, error, warning, info after =");
    }
    String payer = parts.length > 1 ? parts[1].strip().toUpperCase(Locale.ROOT) : "ANY";
    try {
      return new EditOverride(
          text.substring(0, equals).strip(),
          payer,
          EditOverride.Action.valueOf(action),
          reason.orElse("given on the command line"));
    } catch (IllegalArgumentException e) {
      throw fault("--override: " + e.getMessage());
    }
  }

  /** An unknown id is the likeliest fault, and the library's message leads to a long list. */
  private String nearestEdit() {
    List<String> known =
        Cpt76496Edits.loader().engine(engine).load().catalog().stream().map(Edit::id).toList();
    return overrides.stream()
        .map(text -> text.substring(0, text.indexOf('=')).strip())
        .filter(id -> !known.contains(id))
        .findFirst()
        .map(id -> Nearest.inWords(id, known))
        .orElse("");
  }

  private void addNcci(Loader loader) {
    if (ncci.isEmpty()) {
      return;
    }
    List<LocalDate> releases = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String text : ncci) {
      int equals = text.indexOf('=');
      try {
        releases.add(LocalDate.parse(text.substring(0, Math.max(0, equals))));
      } catch (DateTimeException e) {
        throw fault("--ncci: expected DATE=FILE, such as 2026-10-01=ccipra.txt");
      }
      files.add(Path.of(text.substring(equals + 1)));
    }
    if (releases.stream().distinct().count() > 1) {
      throw fault("--ncci: all files must be of one release");
    }
    add("--ncci", () -> loader.ncciPairs(releases.get(0), files.toArray(Path[]::new)));
  }

  private void add(String option, Runnable addition) {
    try {
      addition.run();
    } catch (IllegalArgumentException e) {
      throw fault(named(option, e));
    }
  }

  /** The library names its parameter, which has the name of the option. */
  static String named(String option, IllegalArgumentException fault) {
    String parameter = option.substring(2) + ": ";
    String message = fault.getMessage();
    return option
        + ": "
        + (message.startsWith(parameter) ? message.substring(parameter.length()) : message);
  }

  private ParameterException fault(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** All that is read besides claims. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(requirements);
    files.addAll(narratives);
    ncci.forEach(text -> files.add(Path.of(text.substring(text.indexOf('=') + 1))));
    return files;
  }
}
