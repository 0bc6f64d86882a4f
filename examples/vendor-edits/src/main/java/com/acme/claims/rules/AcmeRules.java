package com.acme.claims.rules;

/** Marks the package that the build compiles the pages of {@code rules/} into. */
public final class AcmeRules {

  private AcmeRules() {}
}
