/** Lists of migrations as files and texts that colleagues hand on, read whatever state they are in. */
@NullMarked
package dev.longshore.registerfile;

import org.jspecify.annotations.NullMarked;
