/**
 * The hand-written Java: every decision of the rule set a second time, as plain {@code if} and
 * {@code switch}, written from the sources and the catalog and not from the rules. It is what the
 * rules are compared with, in what they answer and in how fast.
 */
@NullMarked
package io.github.cpt76496.oracle;

import org.jspecify.annotations.NullMarked;
