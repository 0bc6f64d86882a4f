/**
 * The catalog as one HTML page. {@link io.github.cpt76496.examples.catalogsite.Catalog} gathers
 * what the library and the pages of the rules say, the sections write it down, and {@link
 * io.github.cpt76496.examples.catalogsite.SitePage} puts them together.
 */
package io.github.cpt76496.examples.catalogsite;
