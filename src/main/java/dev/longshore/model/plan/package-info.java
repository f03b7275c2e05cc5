/** What becomes of a migration if a plan is carried out, by the rules of the lifecycle. Pure. */
@NullMarked
package dev.longshore.model.plan;

import org.jspecify.annotations.NullMarked;
