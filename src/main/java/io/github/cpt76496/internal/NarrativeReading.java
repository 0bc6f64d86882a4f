package io.github.cpt76496.internal;

import io.github.cpt76496.NamedService.Field;

/**
 * What the words of a claim were read as.
 *
 * @param concept the row whose words were found
 * @param field where they were found
 */
record NarrativeReading(NarrativeConcept concept, Field field) {}
