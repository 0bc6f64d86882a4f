/**
 * What rules may call: the facts of a line, and what a rule reports to. A host that writes pages of
 * its own compiles them against this package; {@code src/test/resources/page-contract.txt} lists
 * it, and a change of that list is a change that breaks pages.
 */
@NullMarked
package io.github.cpt76496.page;

import org.jspecify.annotations.NullMarked;
