/**
 * Claims and payers from CSV: {@link io.github.cpt76496.csv.CsvClaimReader} reads claims, {@link
 * io.github.cpt76496.csv.PayerFile} who the payers of a sender are.
 */
@NullMarked
package io.github.cpt76496.csv;

import org.jspecify.annotations.NullMarked;
