package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ServiceLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a code may be billed on a claim, and where 76496 is. Looking through the lines for each
 * line would make the cost of a long claim grow with the square of its length, so its codes go into
 * a set when first asked for; a short one is looked through faster than a set is made.
 */
final class CodesOfClaim {

  private static final int MANY_LINES = 32;

  private final List<ServiceLine> lines;
  private final List<ServiceLine> linesWith76496;
  private Set<String> codes = Set.of();

  CodesOfClaim(Claim claim, List<ServiceLine> linesWith76496) {
    this.lines = claim.lines();
    this.linesWith76496 = linesWith76496;
  }

  List<ServiceLine> linesWith76496() {
    return linesWith76496;
  }

  boolean mayHold(String code) {
    if (lines.size() < MANY_LINES) {
      return true;
    }
    if (codes.isEmpty()) {
      codes = new HashSet<>();
      for (ServiceLine line : lines) {
        codes.add(line.procedureCode());
      }
    }
    return codes.contains(code);
  }
}
