package io.github.cpt76496.oracle;

import static io.github.cpt76496.DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION;
import static io.github.cpt76496.DocumentationItem.CLINICAL_RECORDS;
import static io.github.cpt76496.DocumentationItem.IMAGING_REPORT;
import static io.github.cpt76496.DocumentationItem.PROCEDURE_REPORT;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.LineReview.CodeApplies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The requirements of one line as they are collected, and whether each document is there. */
final class Documents {

  /**
   * A requirement as its payer states it.
   *
   * @param silent whether a row says that it reports nothing, whatever becomes of its document
   * @param unverified whether nobody has read that the payer says so
   */
  record Rule(
      String edit,
      DocumentationItem item,
      Level level,
      List<Channel> channels,
      Consequence consequence,
      Scope scope,
      String payer,
      Severity severity,
      boolean silent,
      boolean unverified) {}

  private final Facts f;
  private final List<PlainRequirement> found = new ArrayList<>(16);
  private final List<Rule> rules = new ArrayList<>(16);
  private final List<PlainRequirement> kept = new ArrayList<>(16);

  /** Advice by the number of requirements that precede it. */
  private final Map<Integer, List<String>> advice = new HashMap<>();

  Documents(Facts f) {
    this.f = f;
  }

  /** A rule whose document may be anywhere. */
  void add(Rule rule) {
    add(rule, state(rule));
  }

  private void add(Rule rule, State state) {
    found.add(
        new PlainRequirement(
            rule.edit(),
            rule.item(),
            rule.level(),
            state,
            rule.channels(),
            rule.consequence(),
            rule.scope(),
            rule.payer()));
    rules.add(rule);
  }

  /** Advice, which requires no document. */
  void advise(String edit) {
    advice.computeIfAbsent(found.size(), k -> new ArrayList<>()).add(edit);
  }

  /**
   * Keeps what is not displaced, and reports what is wrong. A plan's own rule displaces that of its
   * family on the same item if it speaks as narrowly of 76496, and a rule of either what is said
   * for any payer: a general remark of a plan does not lift a rule for unlisted codes, unless that
   * rule is only inferred, and an inference lifts nothing that was read. What was read for any
   * payer, as in the standard of the claim, displaces what is inferred of the payer, or not found.
   */
  void keep(Answers out) {
    for (int i = 0; i <= found.size(); i++) {
      if (!advice.isEmpty()) {
        advice.getOrDefault(i, List.of()).forEach(out::warning);
      }
      if (i == found.size()) {
        return;
      }
      PlainRequirement requirement = found.get(i);
      if (isDisplaced(i)) {
        continue;
      }
      kept.add(requirement);
      out.documentation.add(requirement);
      boolean wrong =
          (requirement.level() == Level.REQUIRED && requirement.state() == State.MISSING)
              || (requirement.level() == Level.DO_NOT_SEND && requirement.state() == State.PRESENT);
      // On a line to which 76496 does not apply no document can correct that.
      if (wrong && out.codeApplies != CodeApplies.NO && isReported(rules.get(i))) {
        out.findings.add(new PlainFinding(requirement.edit(), rules.get(i).severity()));
      }
    }
  }

  /** What a text says is not read, and a component modifier is the second question. */
  private static boolean isReported(Rule rule) {
    return switch (rule.item()) {
      case COMPONENT_MODIFIER,
          NARRATIVE_TECHNIQUE,
          NARRATIVE_BODY_AREA,
          NARRATIVE_REASON,
          NARRATIVE_INSTANCE_COUNT,
          NARRATIVE_PROVIDER_PRICE ->
          false;
      default -> !rule.silent();
    };
  }

  private boolean isDisplaced(int which) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).item() == found.get(which).item() && precedes(i, which)) {
        return true;
      }
    }
    return false;
  }

  private boolean precedes(int one, int other) {
    boolean inferred = rules.get(one).unverified();
    boolean otherInferred = rules.get(other).unverified();
    boolean silent = found.get(other).level() == Level.NOT_STATED;
    int closeness = closeness(one) - closeness(other);
    if (closeness < 0) {
      return closeness(one) == 0 && !inferred && (otherInferred || silent);
    }
    return closeness > 0
        && found.get(one).level() != Level.NOT_STATED
        && (otherInferred
            || (!inferred && found.get(one).scope().compareTo(found.get(other).scope()) <= 0));
  }

  /** 0 for any payer, 1 for a family, 2 for a plan. */
  private int closeness(int which) {
    String payer = found.get(which).payer();
    return payer.equals("ANY") ? 0 : payer.indexOf('/') < 0 ? 1 : 2;
  }

  /** Asked after {@link #keep}: a rule that another displaced is none. */
  boolean hasRuleOfThePayer() {
    for (PlainRequirement requirement : kept) {
      if (!requirement.payer().equals("ANY") && requirement.level() != Level.NOT_STATED) {
        return true;
      }
    }
    return false;
  }

  boolean hasRuleOfThePlan() {
    for (PlainRequirement requirement : kept) {
      if (requirement.payer().indexOf('/') > 0 && requirement.level() != Level.NOT_STATED) {
        return true;
      }
    }
    return false;
  }

  private State state(Rule rule) {
    boolean required = rule.level() == Level.REQUIRED;
    return switch (rule.item()) {
      case CLAIM_NARRATIVE_DESCRIPTION -> narrative(rule, required);
      case SINGLE_UNIT -> units();
      case COMPONENT_MODIFIER ->
          f.has26 || f.hasTc ? State.PRESENT : required ? State.MISSING : State.UNKNOWN;
      case NARRATIVE_TECHNIQUE,
          NARRATIVE_BODY_AREA,
          NARRATIVE_REASON,
          NARRATIVE_INSTANCE_COUNT,
          NARRATIVE_PROVIDER_PRICE ->
          f.claim.attachments().contains(rule.item())
              ? State.PRESENT
              : !required
                  ? f.record.onFile().contains(rule.item()) ? State.PRESENT : State.UNKNOWN
                  : f.hasText() ? State.UNKNOWN : State.MISSING;
      case IMAGING_REPORT -> imagingReport();
      default -> document(rule, required);
    };
  }

  /** A text counts where the payer says that it looks; one that only the provider holds is none. */
  private State narrative(Rule rule, boolean required) {
    if (f.claim.attachments().contains(CLAIM_NARRATIVE_DESCRIPTION)) {
      return State.PRESENT;
    }
    if (rule.channels().isEmpty() ? f.hasText() : textAt(rule.channels())) {
      return rule.level() == Level.DO_NOT_SEND || describes(rule.channels())
          ? State.PRESENT
          : State.NOT_DESCRIPTIVE;
    }
    if (required) {
      return State.MISSING;
    }
    return f.record.onFile().contains(CLAIM_NARRATIVE_DESCRIPTION) ? State.PRESENT : State.UNKNOWN;
  }

  /** Whether one of the texts says more than the code; before 2020 no word is one of the code. */
  private boolean describes(List<Channel> channels) {
    boolean any = channels.isEmpty();
    return saysMore(f.line.description())
        || ((any || channels.contains(Channel.CLAIM_NTE_2400)) && saysMore(f.line.note()))
        || ((any
                || channels.contains(Channel.CLAIM_NTE_2300)
                || channels.contains(Channel.PAPER_FL_80))
            && saysMore(f.claim.note()));
  }

  private boolean saysMore(String text) {
    return !text.isBlank() && (f.date < 2020_01_01 || !DocumentationQuestion.restatesCode(text));
  }

  /** The description of the line counts with every payer. */
  private boolean textAt(List<Channel> channels) {
    if (!f.line.description().isBlank()) {
      return true;
    }
    return (channels.contains(Channel.CLAIM_NTE_2400) && !f.line.note().isBlank())
        || ((channels.contains(Channel.CLAIM_NTE_2300) || channels.contains(Channel.PAPER_FL_80))
            && !f.claim.note().isBlank());
  }

  /** Exactly one unit at WPS. */
  private State units() {
    return f.line.units().signum() == 0
        ? State.UNKNOWN
        : f.line.units().compareTo(BigDecimal.ONE) == 0 ? State.PRESENT : State.MISSING;
  }

  private State imagingReport() {
    if (f.claim.attachments().contains(IMAGING_REPORT)
        || f.record.onFile().contains(IMAGING_REPORT)) {
      return State.PRESENT;
    }
    return switch (f.record.writtenInterpretation()) {
      case YES -> State.PRESENT;
      case NO -> State.MISSING;
      case NOT_STATED -> State.UNKNOWN;
    };
  }

  /** What must travel with the claim and is not with it is missing, wherever else it may be. */
  private State document(Rule rule, boolean required) {
    if (holds(f.claim.attachments(), rule.item())) {
      return State.PRESENT;
    }
    if (rule.level() == Level.DO_NOT_SEND) {
      return State.UNKNOWN;
    }
    if (required && travelsWithTheClaimOnly(rule.channels())) {
      return rule.channels().contains(Channel.PAPER_FL_80) && f.hasText()
          ? State.UNKNOWN // the remarks may hold it
          : State.MISSING;
    }
    return holds(f.record.onFile(), rule.item()) ? State.PRESENT : State.UNKNOWN;
  }

  /** "Clinical records": a procedure report or an imaging report is one. */
  static boolean holds(Set<DocumentationItem> documents, DocumentationItem item) {
    return documents.contains(item)
        || (item == CLINICAL_RECORDS
            && (documents.contains(PROCEDURE_REPORT) || documents.contains(IMAGING_REPORT)));
  }

  private static boolean travelsWithTheClaimOnly(List<Channel> channels) {
    for (Channel channel : channels) {
      switch (channel) {
        case PAYER_PORTAL, PAYER_FAX_MAIL, PAYER_FORM, APPEAL, KEEP_IN_RECORD -> {
          return false;
        }
        default -> {
          // On the claim or with it.
        }
      }
    }
    return !channels.isEmpty();
  }
}
