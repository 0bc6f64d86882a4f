package io.github.cpt76496.exhaustive;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.OwnPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;

/**
 * A rule as its page states it: one pattern over the facts of a line.
 *
 * @param id the edit
 * @param answer what the edit answers, or empty for advice and documents
 * @param asks facts that would settle an open answer
 * @param item the document that it is about, or empty
 * @param conditions the conditions that must all hold
 * @param atoms the single tests in them
 * @param told facts that the consequence reads
 */
record RulePage(
    String id,
    String answer,
    List<Fact> asks,
    String item,
    List<Expression> conditions,
    List<Atom> atoms,
    Set<String> told) {

  private static final Pattern TOLD = Pattern.compile("\\$line\\.(\\w+)\\(");

  /**
   * One test of one fact, such as {@code form == "PROFESSIONAL"}.
   *
   * @param text it in words; parsed expressions know no equality
   */
  record Atom(String fact, String text, Expression test) {

    /** What a text is compared with; empty for other tests. */
    List<String> literals() {
      List<Expression> right =
          test instanceof PointFreeExpr some
              ? List.copyOf(some.getRight())
              : test instanceof BinaryExpr one ? List.of(one.getRight()) : List.of();
      return right.stream()
          .filter(StringLiteralExpr.class::isInstance)
          .map(e -> ((StringLiteralExpr) e).asString())
          .toList();
    }
  }

  Question question() {
    return Question.valueOf(id.substring(0, id.indexOf('/')).toUpperCase(Locale.ROOT));
  }

  boolean answers() {
    return !answer.isEmpty();
  }

  /** The facts that the conditions read. */
  Set<String> facts() {
    return atoms.stream().map(Atom::fact).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the conditions on these facts, and on no others, hold. */
  boolean mayHold(Set<String> of, Function<String, Object> facts) {
    return conditions.stream()
        .filter(c -> of.containsAll(factsOf(c)))
        .allMatch(c -> holds(c, facts));
  }

  private static Set<String> factsOf(Expression condition) {
    return atoms(condition).stream().map(Atom::fact).collect(Collectors.toSet());
  }

  static List<RulePage> all() {
    List<RulePage> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
        all.addAll(of(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (all.isEmpty()) {
      throw new IllegalStateException("rules/: no page");
    }
    // A row of a payer's table reads the same facts as a page would.
    for (io.github.cpt76496.testkit.RulePages.RulePage row : OwnPages.edits()) {
      if (row.path().endsWith(".tsv")) {
        all.addAll(
            of(
                "rule \"%s\"\n%swhen\n%sthen\n    findings.require( $line );\nend\n"
                    .formatted(row.id(), row.keys(), row.when())));
      }
    }
    return List.copyOf(all);
  }

  /** The rules of one page. */
  static List<RulePage> of(String page) {
    try {
      return new DrlParser()
          .parse(false, page).getRules().stream()
              .filter(rule -> rule.getAnnotation("decides") == null)
              .map(RulePage::of)
              .toList();
    } catch (DroolsParserException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RulePage of(RuleDescr rule) {
    PatternDescr pattern = (PatternDescr) rule.getLhs().getDescrs().get(0);
    List<Expression> conditions = new ArrayList<>();
    List<Atom> atoms = new ArrayList<>();
    for (BaseDescr constraint : pattern.getDescrs()) {
      Expression condition =
          DrlxParser.parseExpression(
                  DrlxParser.buildDrlxParserWithArguments(List.of()), constraint.getText())
              .getExpr();
      conditions.add(condition);
      atoms.addAll(atoms(condition));
    }
    return new RulePage(
        rule.getName(),
        annotation(rule, "answer"),
        Stream.of(annotation(rule, "asks").split(","))
            .map(String::strip)
            .filter(a -> !a.isEmpty())
            .map(Fact::valueOf)
            .toList(),
        annotation(rule, "item"),
        conditions,
        atoms,
        TOLD.matcher(rule.getConsequence().toString())
            .results()
            .map(r -> r.group(1))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String annotation(RuleDescr rule, String name) {
    AnnotationDescr annotation = rule.getAnnotation(name);
    return annotation == null ? "" : annotation.getSingleValueAsString().replace("\"", "").strip();
  }

  // ---- the few forms in which pages state conditions

  private static List<Atom> atoms(Expression e) {
    if (e instanceof EnclosedExpr enclosed) {
      return atoms(enclosed.getInner());
    }
    if (e instanceof UnaryExpr not) {
      return atoms(not.getExpression());
    }
    if (e instanceof BinaryExpr both && joins(both)) {
      return Stream.of(both.getLeft(), both.getRight()).flatMap(s -> atoms(s).stream()).toList();
    }
    Expression fact =
        e instanceof BinaryExpr test
            ? test.getLeft()
            : e instanceof PointFreeExpr test ? test.getLeft() : e;
    return List.of(new Atom(name(fact), PrintUtil.printNode(e), e));
  }

  private static String name(Expression fact) {
    return ((NameExpr) fact).getNameAsString();
  }

  private static boolean joins(BinaryExpr e) {
    return e.getOperator() == BinaryExpr.Operator.AND || e.getOperator() == BinaryExpr.Operator.OR;
  }

  static boolean holds(Expression e, Function<String, Object> facts) {
    if (e instanceof EnclosedExpr enclosed) {
      return holds(enclosed.getInner(), facts);
    }
    if (e instanceof UnaryExpr not) {
      return !holds(not.getExpression(), facts);
    }
    if (e instanceof NameExpr fact) {
      return (Boolean) facts.apply(name(fact));
    }
    if (e instanceof PointFreeExpr test) {
      return test.isNegated() != holdsFor(test, facts.apply(name(test.getLeft())));
    }
    BinaryExpr both = (BinaryExpr) e;
    return switch (both.getOperator()) {
      case AND -> holds(both.getLeft(), facts) && holds(both.getRight(), facts);
      case OR -> holds(both.getLeft(), facts) || holds(both.getRight(), facts);
      default -> compares(both, facts.apply(name(both.getLeft())));
    };
  }

  private static boolean holdsFor(PointFreeExpr test, Object value) {
    List<String> literals =
        test.getRight().stream().map(l -> ((StringLiteralExpr) l).asString()).toList();
    return switch (test.getOperator().asString()) {
      case "in" -> literals.contains((String) value);
      case "contains" -> ((List<?>) value).contains(literals.get(0));
      default -> throw new IllegalStateException(PrintUtil.printNode(test));
    };
  }

  private static boolean compares(BinaryExpr test, Object value) {
    int order =
        test.getRight() instanceof IntegerLiteralExpr number
            ? Integer.compare((Integer) value, number.asNumber().intValue())
            : value.equals(((StringLiteralExpr) test.getRight()).asString()) ? 0 : 1;
    return switch (test.getOperator()) {
      case EQUALS -> order == 0;
      case NOT_EQUALS -> order != 0;
      case LESS -> order < 0;
      case LESS_EQUALS -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUALS -> order >= 0;
      default -> throw new IllegalStateException(PrintUtil.printNode(test));
    };
  }
}
