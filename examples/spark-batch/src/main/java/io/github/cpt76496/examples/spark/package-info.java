/** The review over a table of claim lines, on Apache Spark. */
package io.github.cpt76496.examples.spark;
