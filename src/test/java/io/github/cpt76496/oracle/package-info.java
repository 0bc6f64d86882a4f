/**
 * The hand-written Java: every decision of the rule set a second time, as plain {@code if} and
 * {@code switch}, written from the knowledge and the catalogue and not from the rules. It is what
 * the rules are compared with, in what they answer and in how fast. Paragraph numbers in comments
 * (D.2, E.2, 6.1) are those of the knowledge that {@code rules/COVERAGE.md} goes through.
 */
@NullMarked
package io.github.cpt76496.oracle;

import org.jspecify.annotations.NullMarked;
