/** Every sentence a user reads, made from the facts of the model; no JavaFX and no colour. */
@NullMarked
package dev.longshore.text;

import org.jspecify.annotations.NullMarked;
