/** The cleanup clock: when a cleanup is due, why, and whether it collides with an import. */
@NullMarked
package dev.longshore.model.cleanup;

import org.jspecify.annotations.NullMarked;
