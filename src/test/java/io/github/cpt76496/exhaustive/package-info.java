/**
 * The questions whose inputs can be counted, asked with every combination of them. What the rules
 * read is taken from their pages, so that a fact which nobody enumerates fails the build.
 */
@NullMarked
package io.github.cpt76496.exhaustive;

import org.jspecify.annotations.NullMarked;
