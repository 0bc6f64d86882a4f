/**
 * Answers three questions about every claim line billed with CPT 76496; its package says more.
 *
 * <p>A host requires this module and needs no option. The modules of Drools are automatic ones, so
 * that {@code jlink} cannot put them into an image: there they stay on the module path.
 */
@SuppressWarnings("module") // The name ends with the digits of the code that it is about.
module io.github.cpt76496 {
  requires static org.jspecify;
  requires org.drools.canonicalmodel;
  requires org.drools.core;
  requires org.drools.kiesession;
  requires org.drools.modelcompiler;
  requires org.kie.api;
  requires org.slf4j;

  exports io.github.cpt76496;
  // What pages may call, a host's and ours.
  exports io.github.cpt76496.page;
}
