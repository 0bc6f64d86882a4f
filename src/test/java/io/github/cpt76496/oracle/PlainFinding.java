package io.github.cpt76496.oracle;

import io.github.cpt76496.Edit.Severity;

/** A finding without its words: which edit spoke, and how severely. */
public record PlainFinding(String edit, Severity severity) {}
