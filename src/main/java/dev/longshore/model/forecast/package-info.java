/** When an import or an upload ends, and when an import stalls. */
@NullMarked
package dev.longshore.model.forecast;

import org.jspecify.annotations.NullMarked;
