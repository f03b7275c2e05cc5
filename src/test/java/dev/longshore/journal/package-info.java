/** Tests of the journal. */
@NullMarked
package dev.longshore.journal;

import org.jspecify.annotations.NullMarked;
