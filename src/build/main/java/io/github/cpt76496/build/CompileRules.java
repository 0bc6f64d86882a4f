package io.github.cpt76496.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.github.cpt76496.internal.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/**
 * The build step that turns {@code rules/*.drl} into classes, so that the jar runs without a rule
 * compiler. It fails on an error, on a warning, on an incomplete page and when there is no rule at
 * all; it removes what an earlier build left, so that a deleted page is gone from the jar.
 *
 * <p>Arguments: the folder of the rules, the folder of the classes, the package of the rules.
 */
public final class CompileRules {

  /** The key of a rule that is no edit: it decides about what the tables state. */
  private static final String DECIDES = "decides";

  private static final Pattern EXPRESSION =
      Pattern.compile("(?:Expression|left part of expression:) (.+?):?$", Pattern.MULTILINE);

  public static void main(String[] args) throws IOException {
    Path rules = Path.of(args[0]);
    Path classes = Path.of(args[1]);
    String rulesPackage = args[2];
    try {
      write(compile(rules, rulesPackage), classes, rulesPackage);
      Path target = classes.resolve(folder(rulesPackage));
      List<String> catalog = checkCatalog(target.resolve("models.txt"));
      System.out.println("Compiled " + catalog.size() + " edits from rules/");
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static InternalKieModule compile(Path rules, String rulesPackage) throws IOException {
    // Class files for the baseline, whichever JDK builds.
    System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    // Two builds of one commit give the same bytes only when one thread does the work.
    System.setProperty("drools.parallelRulesBuildThreshold", "-1");
    System.setProperty("drools.parallelLambdaExternalization", "false");
    List<Path> pages = pages(rules);
    KieBuilder builder = build(sources(pages, rules, rulesPackage), rulesPackage);
    List<Message> messages = messages(builder);
    if (messages.isEmpty()) {
      return (InternalKieModule) builder.getKieModule();
    }
    String folder = folder(rulesPackage);
    if (messages.stream().noneMatch(message -> page(message, folder).endsWith(".drl"))) {
      // A fault in a consequence is told of a generated class: look for the page that it comes
      // from.
      while (pages.size() > 1) {
        List<Path> half = pages.subList(0, pages.size() / 2);
        boolean faulty =
            !messages(build(sources(half, rules, rulesPackage), rulesPackage)).isEmpty();
        pages = faulty ? half : pages.subList(pages.size() / 2, pages.size());
      }
      String page = rules.relativize(pages.get(0)).toString().replace('\\', '/');
      throw new IllegalStateException(
          "rules/"
              + page
              + ":"
              + lineWith("    findings.", pages.get(0))
              + ": the consequence does not compile: "
              + messages.get(0).getText().strip().lines().findFirst().orElse(""));
    }
    throw new IllegalStateException(
        messages.stream()
            .map(message -> describe(message, rules, folder))
            .distinct()
            .collect(joining(System.lineSeparator())));
  }

  /**
   * @param sources by their path below the package of the rules
   */
  private static KieBuilder build(Map<String, String> sources, String rulesPackage) {
    KieServices services = KieServices.get();
    KieFileSystem files =
        services
            .newKieFileSystem()
            .generateAndWritePomXML(
                services.newReleaseId("io.github.cpt76496", "cpt76496-rules", "1"));
    sources.forEach(
        (path, text) ->
            files.write("src/main/resources/" + folder(rulesPackage) + "/" + path, text));
    return services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
  }

  /** The pages as they are. */
  private static Map<String, String> sources(List<Path> pages, Path rules, String rulesPackage)
      throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (Path page : pages) {
      String path = rules.relativize(page).toString().replace('\\', '/');
      String text = Files.readString(page, UTF_8);
      if (!text.startsWith("package " + rulesPackage + "\n")) {
        throw new IllegalStateException(
            "rules/" + path + ":1: must start with package " + rulesPackage);
      }
      sources.put(path, text);
    }
    return sources;
  }

  private static List<Message> messages(KieBuilder builder) {
    return builder.getResults().getMessages(Message.Level.WARNING, Message.Level.ERROR);
  }

  private static String describe(Message message, Path rules, String folder) {
    String page = page(message, folder);
    String cure =
        EXPRESSION.matcher(message.getText()).find()
            ? "; the facts that a condition may test are listed in examples/vendor-edits/README.md"
            : "";
    return "rules/"
        + page
        + ":"
        + line(message, rules.resolve(page))
        + ": "
        + message.getText().strip()
        + cure;
  }

  private static String page(Message message, String folder) {
    String path = String.valueOf(message.getPath());
    int start = path.indexOf(folder);
    return start < 0 ? "" : path.substring(start + folder.length() + 1);
  }

  /** Drools knows no line for an expression that it cannot type: look for its text in the page. */
  private static int line(Message message, Path page) {
    Matcher expression = EXPRESSION.matcher(message.getText());
    if (message.getLine() > 0 || !expression.find() || !Files.isRegularFile(page)) {
      return Math.max(1, message.getLine());
    }
    int found = lineWith(expression.group(1), page);
    return found > 1 ? found : lineWith("LineFacts(", page);
  }

  private static int lineWith(String text, Path page) {
    try {
      List<String> lines = Files.readAllLines(page, UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(text)) {
          return i + 1;
        }
      }
      return 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> pages(Path rules) throws IOException {
    if (!Files.isDirectory(rules)) {
      throw new IllegalStateException("rules/: no .drl file");
    }
    try (Stream<Path> files = Files.walk(rules)) {
      List<Path> pages = files.filter(f -> f.toString().endsWith(".drl")).sorted().toList();
      if (pages.isEmpty()) {
        throw new IllegalStateException("rules/: no .drl file");
      }
      return pages;
    }
  }

  private static void write(InternalKieModule module, Path classes, String rulesPackage)
      throws IOException {
    Path target = classes.resolve(folder(rulesPackage));
    wipeClasses(target);
    TreeSet<String> models = new TreeSet<>();
    for (String name : module.getFileNames()) {
      byte[] bytes = module.getBytes(name);
      if (name.startsWith(folder(rulesPackage)) && name.endsWith(".class")) {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
      } else if (name.endsWith("drools-model")) {
        // The first line of the list names the version of its format.
        new String(bytes, UTF_8)
            .lines()
            .filter(line -> line.startsWith(rulesPackage))
            .forEach(models::add);
      }
    }
    Files.createDirectories(target);
    Files.write(target.resolve("models.txt"), models, UTF_8);
  }

  private static void wipeClasses(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .filter(f -> f.toString().endsWith(".class") || isEmptyFolder(f))
          .forEach(CompileRules::delete);
    }
  }

  private static boolean isEmptyFolder(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets the library itself read the pages: what it would refuse at load is refused here.
   *
   * @return the ids of the edits in their order
   */
  private static List<String> checkCatalog(Path models) throws IOException {
    Map<String, Map<String, Object>> metadata = new HashMap<>();
    for (String name : Files.readAllLines(models, UTF_8)) {
      try {
        Model model =
            Class.forName(name).asSubclass(Model.class).getDeclaredConstructor().newInstance();
        for (Rule rule : model.getRules()) {
          if (!rule.getMetaData().containsKey(DECIDES)) {
            metadata.put(rule.getName(), rule.getMetaData());
          } else if (rule.getName().contains(":")) {
            throw new IllegalStateException(
                "%s: rule \"%s\": @decides is for the library's own pages; an edit has a title"
                    .formatted(Catalog.page(rule.getName()), rule.getName()));
          }
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("rules/: " + name + " cannot be loaded", e);
      }
    }
    Path ruleSet = models.resolveSibling("rule-set.properties");
    Properties properties = new Properties();
    if (Files.exists(ruleSet)) {
      try (InputStream in = Files.newInputStream(ruleSet)) {
        properties.load(in);
      }
    }
    List<String> edits =
        Catalog.check(
            lines(models, "catalog.txt"),
            table -> lines(models, table),
            properties.getProperty("prefix", ""),
            metadata);
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(metadata)
        .forEach(
            (id, keys) -> {
              lines.append(id).append('\n');
              new TreeMap<>(keys)
                  .forEach(
                      (key, value) -> lines.append(key).append('\t').append(value).append('\n'));
            });
    Files.writeString(models.resolveSibling("metadata.tsv"), lines, UTF_8);
    return edits;
  }

  /** The lines of a file that the build has copied beside the list of models. */
  private static List<String> lines(Path models, String path) {
    try {
      return Files.readAllLines(models.resolveSibling(path), UTF_8);
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("rules/" + path + ": not there", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(String packageName) {
    return packageName.replace('.', '/');
  }
}
