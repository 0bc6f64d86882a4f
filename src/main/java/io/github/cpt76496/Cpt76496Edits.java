package io.github.cpt76496;

import io.github.cpt76496.internal.HostTables;
import io.github.cpt76496.internal.LoadedEdits;
import io.github.cpt76496.internal.NcciPairs;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edits for CPT 76496: load them once, share them between threads, review claims.
 *
 * <p>Loading takes a fraction of a second, a review microseconds. A claim without a 76496 line is
 * answered without running any rule.
 *
 * <p>This is an interface so that a host's unit tests can put their own answers in its place.
 */
public interface Cpt76496Edits {

  /**
   * Loads the rule set that this library ships.
   *
   * @throws IllegalStateException if the rule set is incomplete; the message starts with the path
   *     of the page at fault
   */
  static Cpt76496Edits load() {
    return loader().load();
  }

  /** Starts loading with a host's own decisions or data. */
  static Loader loader() {
    return new Loader();
  }

  /**
   * Reviews every line of the claim that is billed with 76496. The other lines are context: whether
   * another procedure already includes the imaging depends on them.
   *
   * <p>Only the dates of service decide which edits are in force; no clock is read. The order of
   * the lines does not change any answer.
   *
   * @throws IllegalArgumentException if the claim cannot be read as it stands, for instance because
   *     {@link RecordFacts#procedure()} names a procedure family that the rule set does not know;
   *     the message names the line and the field
   */
  ClaimReview review(Claim claim);

  /**
   * The service that the text of a line names. A {@link #review} does this without being asked;
   * call this method to see the result alone. The description takes precedence over the note of the
   * line, and that note over the note of the claim.
   *
   * @param description description of the line, or empty
   * @param lineNote note of the line, or empty
   * @param claimNote note of the claim, or empty
   * @return empty if no service is recognized
   * @throws IllegalArgumentException if an argument is {@code null}; the message names it
   */
  Optional<NamedService> read(
      String description, String lineNote, String claimNote, LocalDate dateOfService);

  /**
   * What a payer says about the documents for a line billed with 76496, without a claim: the answer
   * for a claim of which only payer, form and date are known. Every state is {@code UNKNOWN}. A
   * statement that depends on more, such as the place of service, is included if it applies to
   * claims that do not state it.
   *
   * @throws IllegalArgumentException if an argument is {@code null}; the message names it
   */
  default List<DocumentationRequirement> documents(
      Payer payer, Claim.Form form, LocalDate dateOfService) {
    Claim claim =
        Claim.builder(Checks.required(form, "form"), Checks.required(payer, "payer"))
            .lines(
                ServiceLine.builder(
                        1, ServiceLine.CPT_76496, Checks.required(dateOfService, "dateOfService"))
                    .build())
            .build();
    List<DocumentationRequirement> documents = new ArrayList<>();
    for (LineReview review : review(claim).lines()) {
      for (DocumentationRequirement document : review.documentation()) {
        documents.add(document.in(DocumentationRequirement.State.UNKNOWN));
      }
    }
    return List.copyOf(documents);
  }

  /**
   * The payers that an edit names, families and plans, in alphabetical order. A plan that is not
   * among them is answered with the statements of its family.
   */
  List<Payer> payers();

  /**
   * The procedure families that {@link RecordFacts#procedure()} may name, in alphabetical order,
   * each with its name in words.
   */
  Map<String, String> procedures();

  /**
   * Every edit of the rule set in reading order: those of the host, if it has any, then the
   * library's; in each first the procedure, then modifiers, then documentation.
   */
  List<Edit> catalog();

  /** Which library and which rule set answer. */
  Version version();

  /**
   * The library and the rule set, numbered separately: a payer's new policy changes the rule set
   * and leaves the library as it is.
   *
   * @param library version of this library
   * @param ruleSet version of the rule set
   * @param coversFrom first date of service for which rules were written
   * @param coversThrough last date of service for which rules were written; a later date of service
   *     is answered with the same rules and says so
   */
  record Version(String library, String ruleSet, LocalDate coversFrom, LocalDate coversThrough)
      implements Serializable {

    /**
     * @throws IllegalArgumentException if a part is missing; the message names the field
     */
    public Version {
      Checks.required(library, "version.library");
      Checks.required(ruleSet, "version.ruleSet");
      Checks.required(coversFrom, "version.coversFrom");
      Checks.required(coversThrough, "version.coversThrough");
    }
  }

  /** Collects what a host adds to the rule set. Not for sharing between threads. */
  final class Loader {
    private Engine engine = Engine.DROOLS;
    private final List<EditOverride> overrides = new ArrayList<>();
    private final List<Class<?>> rulesOfHost = new ArrayList<>();
    private HostTables requirements = HostTables.NONE;
    private HostTables narratives = HostTables.NONE;
    private Optional<NcciPairs> ncciPairs = Optional.empty();

    private Loader() {}

    /** Chooses what runs the rules; the default is {@link Engine#DROOLS}. */
    public Loader engine(Engine engine) {
      this.engine = Checks.required(engine, "engine");
      return this;
    }

    /** Adds a decision about an edit. */
    public Loader override(EditOverride override) {
      overrides.add(Checks.required(override, "override"));
      return this;
    }

    /**
     * Adds edits that the host has written as pages of its own and compiled in its own build, with
     * the build steps of this library. Their ids begin with the host's prefix. They take precedence
     * over the edits of this library: where both answer a question on a line, the host's answer is
     * given.
     *
     * @param anchor a class of the host; its rules were compiled into the package {@code rules}
     *     below that of the class
     */
    public Loader rules(Class<?> anchor) {
      rulesOfHost.add(Checks.required(anchor, "rules: anchor"));
      return this;
    }

    /**
     * Adds documentation requirements that the host has written as rows: tab-separated files with a
     * header line. The columns are those of a page, {@code id}, {@code title}, {@code severity},
     * {@code grade}, {@code payer}, {@code item}, {@code level}, {@code consequence}, {@code
     * scope}, {@code source}, {@code source_date}, {@code effective_date}, {@code
     * last_review_date}, and where there is something to say {@code channels}, {@code url}, {@code
     * end_date}, {@code carc}, {@code rarc}, {@code line_of_business}, {@code form}, {@code
     * message} and how much of the source was read, {@code read}, {@code read_part}, {@code
     * read_where} and {@code read_on}. An id is a prefix and a path, {@code
     * acme:documentation/oscar/notes}. A payer that is not in {@link Payer.Family} is a plan of
     * {@code OTHER}.
     *
     * @throws IllegalArgumentException if a file cannot be read or a row is not complete; the
     *     message names file and line
     */
    public Loader requirements(Path... files) {
      requirements =
          requirements.and(
              HostTables.read(
                  "requirements", Checks.list(Arrays.asList(files), "requirements: files")));
      return this;
    }

    /**
     * Adds rows that say which service a text names: tab-separated files with a header line and the
     * columns of {@code rules/reference/narrative-concepts.tsv}, {@code source} in words, and
     * {@code source_date} and {@code url} besides. They take precedence over the library's own
     * rows, so a word can mean something else at a host.
     *
     * @throws IllegalArgumentException if a file cannot be read; the message names file and line
     */
    public Loader narratives(Path... files) {
      narratives =
          narratives.and(
              HostTables.read(
                  "narratives", Checks.list(Arrays.asList(files), "narratives: files")));
      return this;
    }

    /**
     * Replaces the bundled NCCI pairs, which are evidence for question 1, with CMS's quarterly
     * files of NCCI procedure-to-procedure edits. The files are CMS's own text files, unzipped:
     * tab-separated, practitioner or outpatient hospital, all parts of one release.
     *
     * @param release first day of the release's quarter; the citations name it
     * @param files the parts
     * @throws IllegalArgumentException if a file cannot be read or is not in the published layout;
     *     the message names file and line
     */
    public Loader ncciPairs(LocalDate release, Path... files) {
      ncciPairs =
          Optional.of(
              NcciPairs.read(
                  Checks.required(release, "NCCI pairs: release"),
                  Checks.list(Arrays.asList(files), "NCCI pairs: files")));
      return this;
    }

    /**
     * Loads the rule set that this library ships, with what was added.
     *
     * @throws IllegalArgumentException if an override names an edit that is not in the catalog or a
     *     payer for which that edit never reports, or a plan that occurs in no rule and no row, or
     *     an edit has two for one payer, or a row of requirements or narratives is not complete;
     *     the message names the edit, or file and line
     * @throws IllegalStateException if rules are incomplete, or two rule sets of the host have one
     *     prefix; the message names the page at fault
     */
    public Cpt76496Edits load() {
      return LoadedEdits.load(engine, rulesOfHost, requirements, overrides, narratives, ncciPairs);
    }
  }
}
