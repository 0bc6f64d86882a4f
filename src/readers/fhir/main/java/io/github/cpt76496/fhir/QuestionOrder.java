package io.github.cpt76496.fhir;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.FactQuestion;
import io.github.cpt76496.claims.FactQuestion.Option;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which question follows which answer: the claim is reviewed with every answer to the first
 * question, then to the question that this leaves first, and so on. The two answers of a review are
 * looked at apart, because a fact that settles one leaves the other as it was.
 */
final class QuestionOrder {

  /** Facts that pages on modifiers ask for; those on the procedure ask for the others. */
  private static final Set<Fact> OF_MODIFIERS =
      EnumSet.of(
          Fact.FORM,
          Fact.PLACE_OF_SERVICE,
          Fact.REVENUE_CODE,
          Fact.COMPONENT,
          Fact.HOSPITAL_PATIENT);

  /**
   * An answer after which another question comes.
   *
   * @param question what was asked
   * @param code the answer
   */
  record Answer(FactQuestion question, String code) {

    /** The question alone: what is answered belongs to a patient. */
    @Override
    public String toString() {
      return "Answer[" + question + "]";
    }
  }

  /**
   * A question in its place.
   *
   * @param question what is asked
   * @param after answers of which one must have been given; none for a question that comes anyhow
   */
  record Asked(FactQuestion question, List<Answer> after) {

    @Override
    public String toString() {
      return "Asked[" + question + "]";
    }
  }

  private final Cpt76496Edits edits;
  private final int line;
  private final List<FactQuestion> order = new ArrayList<>();
  private final Map<FactQuestion, Set<Answer>> after = new EnumMap<>(FactQuestion.class);

  private QuestionOrder(Cpt76496Edits edits, LineReview review) {
    this.edits = edits;
    this.line = review.number();
    review.factsNeeded().forEach(fact -> order.add(FactQuestion.of(fact)));
  }

  /** What would settle the open answers of a line, in order. */
  static List<Asked> of(Cpt76496Edits edits, Claim claim, LineReview review) {
    if (review.factsNeeded().isEmpty()) {
      return List.of();
    }
    Claim little = around(edits, claim, review);
    QuestionOrder all = new QuestionOrder(edits, review);
    for (Set<Fact> ofOneAnswer : List.of(EnumSet.complementOf(copy()), copy())) {
      all.follow(little, review, ofOneAnswer, Optional.empty());
    }
    return all.order.stream()
        .map(question -> new Asked(question, List.copyOf(all.after.get(question))))
        .toList();
  }

  /**
   * The line with what its answers depend on: of the codes that are billed on its days, each once.
   * Every answer is reviewed, so the cost of a long claim would grow with the square of its length.
   * Edits of a host may look at more; where they answer otherwise without it, it stays.
   */
  private static Claim around(Cpt76496Edits edits, Claim claim, LineReview review) {
    int number = review.number();
    ServiceLine line =
        claim.lines().stream().filter(each -> each.number() == number).findFirst().orElseThrow();
    Set<String> codes = new HashSet<>();
    List<ServiceLine> lines = new ArrayList<>();
    for (ServiceLine other : claim.lines()) {
      boolean beside =
          !other.billedWith76496() && overlap(other, line) && codes.add(other.procedureCode());
      if (other.number() == number || beside) {
        lines.add(other);
      }
    }
    if (lines.size() == claim.lines().size()) {
      return claim;
    }
    Claim little =
        new Claim(
            claim.form(),
            claim.payer(),
            claim.typeOfBill(),
            claim.note(),
            claim.attachments(),
            lines);
    return answersAlike(edits.review(little).lines().get(0), review) ? little : claim;
  }

  /** A notice of another line may be missing; what is asked goes by the answers. */
  private static boolean answersAlike(LineReview one, LineReview other) {
    return one.codeApplies() == other.codeApplies()
        && one.modifier26() == other.modifier26()
        && one.factsNeeded().equals(other.factsNeeded())
        && one.question().equals(other.question());
  }

  private static boolean overlap(ServiceLine a, ServiceLine b) {
    return !a.dateOfService().isAfter(b.dateOfServiceEnd())
        && !b.dateOfService().isAfter(a.dateOfServiceEnd());
  }

  private static EnumSet<Fact> copy() {
    return EnumSet.copyOf(OF_MODIFIERS);
  }

  /**
   * Goes on with what is asked next.
   *
   * @param open the facts that may still be asked for
   * @param last the answer that led here, none at the beginning
   */
  private void follow(Claim claim, LineReview review, Set<Fact> open, Optional<Answer> last) {
    for (Fact fact : review.factsNeeded()) {
      if (open.contains(fact)) {
        FactQuestion question = FactQuestion.of(fact);
        place(question, last);
        Set<Fact> rest = EnumSet.copyOf(open);
        rest.remove(fact);
        List<Option> options = question.options(edits);
        if (options.isEmpty()) {
          // What words will settle shows when they are there; until then the next question stands.
          follow(claim, review, rest, last);
        }
        for (Option option : options) {
          Claim answered = question.answer(claim, line, option.code());
          follow(
              answered, reviewOf(answered), rest, Optional.of(new Answer(question, option.code())));
        }
        return;
      }
    }
  }

  private void place(FactQuestion question, Optional<Answer> last) {
    if (!order.contains(question)) {
      int place = last.isEmpty() ? order.size() : order.indexOf(last.get().question()) + 1;
      order.add(place, question);
    }
    Set<Answer> known = after.computeIfAbsent(question, q -> new LinkedHashSet<>());
    last.ifPresent(known::add);
  }

  private LineReview reviewOf(Claim claim) {
    for (LineReview review : edits.review(claim).lines()) {
      if (review.number() == line) {
        return review;
      }
    }
    throw new IllegalStateException("an answer took the line away");
  }

  /**
   * All that a record may state. A test looks for claims on which a question makes a difference
   * though the answers here have not been given.
   */
  static List<Asked> ofRecord() {
    List<Asked> asked = new ArrayList<>();
    for (FactQuestion question : FactQuestion.values()) {
      if (question.isOfRecord()) {
        asked.add(new Asked(question, ofRecordAfter(question)));
      }
    }
    return List.copyOf(asked);
  }

  private static List<Answer> ofRecordAfter(FactQuestion question) {
    return switch (question) {
      case CATEGORY_THREE_CHECKED -> List.of(new Answer(FactQuestion.NO_SPECIFIC_CODE, "YES"));
      case MOTION_RECORDED ->
          List.of(
              new Answer(FactQuestion.PURPOSE, "SOLE_IMAGING"),
              new Answer(FactQuestion.PURPOSE, "OTHER"),
              new Answer(FactQuestion.PURPOSE, FactQuestion.NOT_KNOWN));
      case PURCHASED_COMPONENT -> List.of(new Answer(FactQuestion.COMPONENT, "BOTH"));
      default -> List.of();
    };
  }
}
