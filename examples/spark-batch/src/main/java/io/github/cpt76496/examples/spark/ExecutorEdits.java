package io.github.cpt76496.examples.spark;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;

/**
 * The entry point of the library, once in each executor JVM and shared by its tasks. The virtual
 * machine loads this class at the first claim that a task meets, so nothing is serialized, and an
 * executor with empty partitions only never loads it.
 */
final class ExecutorEdits {

  static final Cpt76496Edits EDITS = Cpt76496Edits.loader().engine(Engine.COMPILED).load();

  private ExecutorEdits() {}
}
