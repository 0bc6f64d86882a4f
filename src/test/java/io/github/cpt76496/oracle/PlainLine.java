package io.github.cpt76496.oracle;

import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import java.util.List;

/** The answers for one line billed with 76496, without words and citations. */
public record PlainLine(
    int number,
    CodeApplies codeApplies,
    Modifier26 modifier26,
    List<String> candidateCodes,
    List<Fact> factsNeeded,
    PayerMatch payerMatch,
    List<PlainRequirement> documentation,
    List<PlainFinding> findings) {}
