/** The command line: its options, what they mean, and what is wrong with them. */
@NullMarked
package dev.longshore.cli;

import org.jspecify.annotations.NullMarked;
