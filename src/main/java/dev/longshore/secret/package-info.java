/** Application tokens: in the OS keystore, or where there is none in this session's memory, and nowhere else. */
@NullMarked
package dev.longshore.secret;

import org.jspecify.annotations.NullMarked;
