package io.github.cpt76496.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.PlanAndFamily;
import io.github.cpt76496.page.StatementAndClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;

/**
 * The build step that writes the rules as plain Java, for hosts that would rather not start a rule
 * engine: conditions that pages share are tested once, consequences stay as they are but for the
 * texts that they put together. Drools' own parsers read the pages, after {@code CompileRules} has
 * accepted them.
 *
 * <p>It knows the few forms in which the pages are written, and any other fails the build with the
 * name of the rule.
 *
 * <p>Arguments: the folder of the rules, the folder of the classes, the package of the rules, the
 * folder for the source.
 */
public final class TranslateRules {

  private static final String CLASS = "CompiledRules";

  private static final Set<Operator> EQUALITY = EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS);
  private static final Set<Operator> ORDER = EnumSet.range(Operator.LESS, Operator.GREATER_EQUALS);

  /** Two tests of one property against literals are as quick as a switch. */
  private static final int TEXTS_OF_A_SWITCH = 3;

  /**
   * A branch with more rules is a class of its own, which is loaded when a line first gets there: a
   * claim has one payer. It keeps methods far below the 8000 bytes that HotSpot compiles at most.
   */
  private static final int RULES_OF_A_BRANCH = 8;

  /**
   * A rule as it stands on its page.
   *
   * @param order its place in the catalog
   */
  private record Rule(String page, RuleDescr description, int order) {

    String name() {
      return description.getName();
    }

    String method() {
      return name().replaceAll("[^A-Za-z0-9]", "_");
    }

    IllegalStateException fault(String what) {
      return new IllegalStateException(
          page + ": rule \"" + name() + "\" cannot be translated into Java: " + what);
    }
  }

  /**
   * A condition in Java.
   *
   * @param property what it compares with texts for equality, or empty
   * @param texts these texts, in quotes
   * @param equal whether it holds for these, and not for all others
   */
  private record Condition(String java, String property, List<String> texts, boolean equal) {

    static Condition of(String java) {
      return new Condition(java, "", List.of(), true);
    }

    boolean holds(String text) {
      return texts.contains(text) == equal;
    }
  }

  /** The rules that have the conditions down to here, and those that have more. */
  private static final class Node {
    final Root root;

    /** Place in the catalog of the first of them. */
    final int first;

    final List<Rule> rules = new ArrayList<>();
    final Map<Condition, Node> next = new LinkedHashMap<>();

    Node(Root root, int first) {
      this.root = root;
      this.first = first;
    }

    int size() {
      return rules.size() + next.values().stream().mapToInt(Node::size).sum();
    }

    boolean forks() {
      return rules.size() + next.size() > 1;
    }
  }

  /** What a rule may be about, and what it reports to. */
  private enum Root {
    LINE(LineFacts.class, "$line", Findings.class),
    STATEMENT_AND_CLAIM(StatementAndClaim.class, "$pair", Decisions.class),
    PLAN_AND_FAMILY(PlanAndFamily.class, "$pair", Decisions.class);

    private final Class<?> type;
    private final String variable;
    private final Class<?> collectorType;
    private final String collector;

    Root(Class<?> type, String variable, Class<?> collectorType) {
      this.type = type;
      this.variable = variable;
      this.collectorType = collectorType;
      this.collector = collectorType.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private boolean has(String property, Class<?> ofType) {
      try {
        return type.getMethod(property).getReturnType() == ofType;
      } catch (NoSuchMethodException notThere) {
        return false;
      }
    }

    private String parameters() {
      return "%s %s, %s %s"
          .formatted(type.getSimpleName(), variable, collectorType.getSimpleName(), collector);
    }

    private String arguments() {
      return "(" + variable + ", " + collector + ");\n";
    }
  }

  private final List<String> branches = new ArrayList<>();
  private final Map<Node, String> branchNames = new HashMap<>();
  private final Set<Rule> written = new HashSet<>();

  public static void main(String[] args) throws Exception {
    try {
      int edits = translate(Path.of(args[0]), Path.of(args[1]), args[2], Path.of(args[3]));
      System.out.println("Translated " + edits + " edits into Java");
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Returns how many rules there are. */
  public static int translate(Path rules, Path classes, String rulesPackage, Path sources)
      throws IOException, DroolsParserException {
    List<Rule> read = read(rules);
    Path source = sources.resolve(rulesPackage.replace('.', '/')).resolve(CLASS + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, new TranslateRules().source(rulesPackage, read), UTF_8);
    compile(source, classes.resolve(rulesPackage.replace('.', '/')));
    return read.size();
  }

  private static List<Rule> read(Path folder) throws IOException, DroolsParserException {
    List<String> catalog = ids(folder);
    List<Path> pages;
    try (Stream<Path> files = Files.walk(folder)) {
      pages = files.filter(f -> f.toString().endsWith(".drl")).sorted().toList();
    }
    List<Rule> rules = new ArrayList<>();
    for (Path file : pages) {
      String page = "rules/" + folder.relativize(file).toString().replace('\\', '/');
      for (RuleDescr description :
          new DrlParser().parse(false, Files.readString(file, UTF_8)).getRules()) {
        rules.add(new Rule(page, description, catalog.indexOf(description.getName())));
      }
    }
    // What reports is kept in the catalog's order, and is quicker to keep if it comes in it.
    rules.sort(Comparator.comparingInt(Rule::order));
    return rules;
  }

  /** The ids of the catalog in their order; a table that it names stands for its first column. */
  private static List<String> ids(Path folder) throws IOException {
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("catalog.txt"), UTF_8)) {
      if (line.endsWith(".tsv")) {
        for (String row : Files.readAllLines(folder.resolve(line), UTF_8)) {
          ids.add(row.split("\t", 2)[0]);
        }
      } else {
        ids.add(line);
      }
    }
    return ids;
  }

  /** The rules about a type of fact, by the conditions that they share. */
  private static Node tree(List<Rule> rules, Root of) {
    Node root = new Node(of, 0);
    for (Rule rule : rules) {
      PatternDescr pattern = pattern(rule);
      if (root(rule, pattern) == of) {
        Node node = root;
        for (BaseDescr constraint : pattern.getDescrs()) {
          Condition condition = condition(rule, constraint);
          node = node.next.computeIfAbsent(condition, c -> new Node(of, rule.order()));
        }
        node.rules.add(rule);
      }
    }
    return root;
  }

  // ---- from DRL

  private static PatternDescr pattern(Rule rule) {
    RuleDescr description = rule.description();
    if (!description.isRule()
        || description.hasParent()
        || !description.getAttributes().isEmpty()
        || !description.getNamedConsequences().isEmpty()) {
      throw rule.fault("it has more than conditions and a consequence");
    }
    List<BaseDescr> patterns = description.getLhs().getDescrs();
    if (patterns.size() != 1
        || !(patterns.get(0) instanceof PatternDescr pattern)
        || pattern.getSource() != null
        || !pattern.getBehaviors().isEmpty()) {
      throw rule.fault("its condition is not one pattern, $line : LineFacts( ... )");
    }
    return pattern;
  }

  private static Root root(Rule rule, PatternDescr pattern) {
    for (Root root : Root.values()) {
      if (root.type.getSimpleName().equals(pattern.getObjectType())
          && root.variable.equals(pattern.getIdentifier())) {
        return root;
      }
    }
    throw rule.fault("its condition is not one pattern, $line : LineFacts( ... )");
  }

  private static Condition condition(Rule rule, BaseDescr constraint) {
    DrlxExpression parsed =
        DrlxParser.parseExpression(
            DrlxParser.buildDrlxParserWithArguments(List.of()), constraint.getText());
    if (!(constraint instanceof ExprConstraintDescr) || parsed.getBind() != null) {
      throw rule.fault(constraint.getText());
    }
    Expression e = parsed.getExpr();
    if (e instanceof BinaryExpr equality
        && EQUALITY.contains(equality.getOperator())
        && equality.getRight() instanceof StringLiteralExpr text) {
      return new Condition(
          java(rule, e),
          property(rule, equality.getLeft(), String.class),
          List.of(text.toString()),
          equality.getOperator() == Operator.EQUALS);
    }
    if (e instanceof PointFreeExpr test
        && test.getOperator().asString().equals("in")
        && test.getRight().stream().allMatch(StringLiteralExpr.class::isInstance)) {
      return new Condition(
          java(rule, e),
          property(rule, test.getLeft(), String.class),
          test.getRight().stream().map(Object::toString).toList(),
          !test.isNegated());
    }
    return Condition.of(java(rule, e));
  }

  private static String java(Rule rule, Expression e) {
    if (e instanceof NameExpr) {
      return property(rule, e, boolean.class);
    }
    if (e instanceof EnclosedExpr enclosed) {
      return "(" + java(rule, enclosed.getInner()) + ")";
    }
    if (e instanceof UnaryExpr not && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return "!" + java(rule, not.getExpression());
    }
    if (e instanceof PointFreeExpr test) {
      return (test.isNegated() ? "!" : "") + "(" + anyOf(rule, test) + ")";
    }
    if (e instanceof BinaryExpr both) {
      String operator = " " + both.getOperator().asString() + " ";
      return both.getOperator() == Operator.AND || both.getOperator() == Operator.OR
          ? java(rule, both.getLeft()) + operator + java(rule, both.getRight())
          : comparison(rule, both, operator);
    }
    throw rule.fault(PrintUtil.printNode(e));
  }

  /** Facts are never null, so that {@code equals} is all that comparing texts takes. */
  private static String comparison(Rule rule, BinaryExpr e, String operator) {
    boolean equality = EQUALITY.contains(e.getOperator());
    if (equality && e.getRight() instanceof StringLiteralExpr text) {
      String equal = property(rule, e.getLeft(), String.class) + ".equals(" + text + ")";
      return operator.equals(" != ") ? "!" + equal : equal;
    }
    if ((equality || ORDER.contains(e.getOperator()))
        && e.getRight() instanceof IntegerLiteralExpr number) {
      return property(rule, e.getLeft(), int.class) + operator + number;
    }
    if (ORDER.contains(e.getOperator()) && e.getRight() instanceof NameExpr) {
      return property(rule, e.getLeft(), int.class)
          + operator
          + property(rule, e.getRight(), int.class);
    }
    throw rule.fault(PrintUtil.printNode(e));
  }

  private static String anyOf(Rule rule, PointFreeExpr test) {
    String start =
        switch (test.getOperator().asString()) {
          case "in" -> property(rule, test.getLeft(), String.class) + ".equals(";
          case "contains" -> property(rule, test.getLeft(), List.class) + ".contains(";
          default -> throw rule.fault(PrintUtil.printNode(test));
        };
    List<String> values = new ArrayList<>();
    for (Expression value : test.getRight()) {
      values.add(start + text(rule, value) + ")");
    }
    return String.join(" || ", values);
  }

  /** A literal, or another text of the same fact. */
  private static String text(Rule rule, Expression value) {
    return value instanceof StringLiteralExpr
        ? value.toString()
        : property(rule, value, String.class);
  }

  /** The type decides what an operator means: a list contains an element, a text a part of it. */
  private static String property(Rule rule, Expression e, Class<?> type) {
    Root root = root(rule, pattern(rule));
    if (e instanceof NameExpr name && root.has(name.getNameAsString(), type)) {
      return root.variable + "." + name.getNameAsString() + "()";
    }
    throw rule.fault(
        "%s is not a %s of %s"
            .formatted(PrintUtil.printNode(e), type.getSimpleName(), root.type.getSimpleName()));
  }

  /** The consequence of the page, with the rule's name in it and each message joined at once. */
  private static String consequence(Rule rule, Root root) {
    String text = rule.description().getConsequence().toString().strip();
    String java = text.replace("drools.getRule().getName()", "\"" + rule.name() + "\"");
    if (!java.startsWith(root.collector + ".") || java.contains("drools.")) {
      throw rule.fault(text);
    }
    return """
        // %s
        private static void %s(%s) {
        %s
        }
        """
        .formatted(rule.page(), rule.method(), root.parameters(), joined(java, rule));
  }

  /** Texts that grow piece by piece are copied several times on the way. */
  private static String joined(String java, Rule rule) {
    BlockStmt block = StaticJavaParser.parseBlock("{" + java + "}");
    for (BinaryExpr sum : block.findAll(BinaryExpr.class)) {
      boolean isPart = sum.getParentNode().filter(BinaryExpr.class::isInstance).isPresent();
      if (!isPart && isText(sum, rule)) {
        List<String> parts = new ArrayList<>();
        addParts(sum, rule, parts);
        if (parts.size() > 1) {
          String join = "String.join(\"\", " + String.join(", ", parts) + ")";
          sum.replace(StaticJavaParser.parseExpression(join));
        }
      }
    }
    return block.getStatements().stream().map(Object::toString).collect(joining("\n"));
  }

  /** Adds the texts of a sum; literals side by side stay one. */
  private static void addParts(Expression e, Rule rule, List<String> parts) {
    int last = parts.size() - 1;
    if (e instanceof BinaryExpr sum && isText(sum.getLeft(), rule)) {
      addParts(sum.getLeft(), rule, parts);
      addParts(sum.getRight(), rule, parts);
    } else if (e instanceof StringLiteralExpr && last >= 0 && parts.get(last).endsWith("\"")) {
      parts.set(last, parts.get(last) + " + " + e);
    } else {
      parts.add(isText(e, rule) ? e.toString() : "String.valueOf(" + e + ")");
    }
  }

  private static boolean isText(Expression e, Rule rule) {
    if (e instanceof BinaryExpr sum) {
      return sum.getOperator() == Operator.PLUS
          && (isText(sum.getLeft(), rule) || isText(sum.getRight(), rule));
    }
    if (e instanceof MethodCallExpr fact && fact.getArguments().isEmpty()) {
      Root root = root(rule, pattern(rule));
      return fact.getScope().filter(s -> s.toString().equals(root.variable)).isPresent()
          && root.has(fact.getNameAsString(), String.class);
    }
    return e instanceof StringLiteralExpr;
  }

  // ---- to Java

  private String source(String rulesPackage, List<Rule> rules) {
    String run =
        """
        @Override
        public void run(List<? extends LineFacts> lines, Findings findings) {
        for (LineFacts line : lines) {
        test(line, findings);
        }
        }
        @Override
        public void decide(List<Object> pairs, Decisions decisions) {
        for (Object pair : pairs) {
        if (pair instanceof StatementAndClaim) {
        test((StatementAndClaim) pair, decisions);
        } else {
        test((PlanAndFamily) pair, decisions);
        }
        }
        }
        """;
    String main =
        branch(
            "public final class " + CLASS + " implements Rules",
            run
                + test(tree(rules, Root.STATEMENT_AND_CLAIM))
                + test(tree(rules, Root.PLAN_AND_FAMILY)),
            tree(rules, Root.LINE));
    String java =
        """
        package %s;

        import io.github.cpt76496.page.Decisions;
        import io.github.cpt76496.page.Findings;
        import io.github.cpt76496.page.LineFacts;
        import io.github.cpt76496.page.PlanAndFamily;
        import io.github.cpt76496.page.Rules;
        import io.github.cpt76496.page.StatementAndClaim;
        import java.util.List;

        /** Written by the build from the pages in rules/. */
        """
            .formatted(rulesPackage);
    return indented(java + main + String.join("", branches));
  }

  private String branch(String head, String body, Node node) {
    return "%s {\n%s%s}\n".formatted(head, body, test(node));
  }

  private String test(Node node) {
    StringBuilder tests = new StringBuilder();
    StringBuilder consequences = new StringBuilder();
    write(node, tests, consequences);
    return "static void test(%s) {\n%s}\n%s".formatted(node.root.parameters(), tests, consequences);
  }

  private void write(Node node, StringBuilder tests, StringBuilder consequences) {
    Map<String, List<Condition>> siblings =
        node.next.keySet().stream().collect(groupingBy(Condition::property));
    Iterator<Rule> rules = node.rules.iterator();
    Rule rule = nextOf(rules);
    for (Condition condition : node.next.keySet()) {
      for (; rule != null && rule.order() < node.next.get(condition).first; rule = nextOf(rules)) {
        write(rule, node.root, tests, consequences);
      }
      List<Condition> all = siblings.get(condition.property());
      if (condition.property().isEmpty() || texts(all).count() < TEXTS_OF_A_SWITCH) {
        tests.append("if (").append(condition.java()).append(") {\n");
        writeBelow(node.next.get(condition), tests, consequences);
        tests.append("}\n");
      } else if (condition.equals(all.get(0))) {
        writeSwitch(all, node, tests, consequences);
      }
    }
    for (; rule != null; rule = nextOf(rules)) {
      write(rule, node.root, tests, consequences);
    }
  }

  private static Stream<String> texts(List<Condition> conditions) {
    return conditions.stream().flatMap(condition -> condition.texts().stream());
  }

  /**
   * Which of the conditions on one property hold is known for every text that one of them names.
   */
  private void writeSwitch(
      List<Condition> conditions, Node node, StringBuilder tests, StringBuilder consequences) {
    Map<List<Condition>, Set<String>> cases =
        texts(conditions)
            .collect(
                groupingBy(
                    text -> conditions.stream().filter(c -> c.holds(text)).toList(),
                    LinkedHashMap::new,
                    toCollection(LinkedHashSet::new)));
    List<Condition> otherwise = conditions.stream().filter(c -> !c.equal()).toList();
    cases.remove(otherwise);
    tests.append("switch (").append(conditions.get(0).property()).append(") {\n");
    cases.forEach(
        (holding, texts) -> {
          tests.append("case ").append(String.join(", ", texts)).append(" -> {\n");
          holding.forEach(c -> writeBelow(node.next.get(c), tests, consequences));
          tests.append("}\n");
        });
    tests.append("default -> {");
    tests.append(otherwise.isEmpty() ? "" : "\n");
    otherwise.forEach(c -> writeBelow(node.next.get(c), tests, consequences));
    tests.append("}\n}\n");
  }

  private static Rule nextOf(Iterator<Rule> rules) {
    return rules.hasNext() ? rules.next() : null;
  }

  private void write(Rule rule, Root root, StringBuilder tests, StringBuilder consequences) {
    tests.append(rule.method()).append(root.arguments());
    if (written.add(rule)) {
      consequences.append(consequence(rule, root));
    }
  }

  private void writeBelow(Node node, StringBuilder tests, StringBuilder consequences) {
    if (node.size() > RULES_OF_A_BRANCH && node.forks()) {
      tests.append(branch(node)).append(".test").append(node.root.arguments());
    } else {
      write(node, tests, consequences);
    }
  }

  /** The class of a branch, which is written when it is first asked for. */
  private String branch(Node node) {
    String known = branchNames.get(node);
    if (known == null) {
      known = CLASS + branchNames.size();
      branchNames.put(node, known);
      int place = branches.size();
      branches.add("");
      branches.set(place, branch("final class " + known, "", node));
    }
    return known;
  }

  private static String indented(String java) {
    StringBuilder indented = new StringBuilder();
    int depth = 0;
    for (String line : java.lines().toList()) {
      depth -= line.startsWith("}") ? 1 : 0;
      indented.append("  ".repeat(depth)).append(line).append('\n');
      depth += line.endsWith("{") ? 1 : 0;
    }
    return indented.toString();
  }

  private static void compile(Path source, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(faults, null, UTF_8)) {
      // Plain string building: the default sets up a call site for each, at every start. Classes go
      // beside the source first: a module-info.class in the folder for the output would make the
      // source a part of that module, whose modules the class path does not hold.
      List<String> options = List.of("--release", "17", "-proc:none", "-XDstringConcat=inline");
      var sources = files.getJavaFileObjects(source);
      if (compiler.getTask(null, files, faults, options, null, sources).call()) {
        moveClasses(source.getParent(), folder);
        return;
      }
    }
    Diagnostic<?> fault = faults.getDiagnostics().get(0);
    String page = "";
    for (String line : Files.readAllLines(source).subList(0, (int) fault.getLineNumber())) {
      page = line.startsWith("  // ") ? line.substring(5) : page;
    }
    throw new IllegalStateException(
        page + ": cannot be translated into Java: " + fault.getMessage(null));
  }

  private static void moveClasses(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    List<Path> classes;
    try (Stream<Path> files = Files.list(from)) {
      classes = files.filter(f -> f.toString().endsWith(".class")).toList();
    }
    for (Path file : classes) {
      Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
