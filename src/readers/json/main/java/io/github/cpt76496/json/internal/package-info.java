/** For the modules of this library alone: what is here may change with any release. */
@NullMarked
package io.github.cpt76496.json.internal;

import org.jspecify.annotations.NullMarked;
