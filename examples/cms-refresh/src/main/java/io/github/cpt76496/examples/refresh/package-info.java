/** Brings the rows of {@code rules/reference} up to a quarter's official CMS files. */
package io.github.cpt76496.examples.refresh;
