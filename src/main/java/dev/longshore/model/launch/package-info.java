/** In which order imports are launched, and what is to be known before one is. */
@NullMarked
package dev.longshore.model.launch;

import org.jspecify.annotations.NullMarked;
