/**
 * For the tests of a host: what its own pages and rows of requirements are held to ({@link
 * io.github.cpt76496.testkit.EditCases}, {@link io.github.cpt76496.testkit.PageStyle}), claims with
 * known answers ({@link io.github.cpt76496.testkit.SampleClaims}), and made-up answers for a mocked
 * entry point ({@link io.github.cpt76496.testkit.SampleReviews}).
 *
 * <p>The library's own tests are compiled with these sources, so that its pages are held to the
 * same.
 */
package io.github.cpt76496.testkit;
