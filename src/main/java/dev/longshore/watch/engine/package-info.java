/** The watch at work: polling, executing commands, judging alerts, writing the journal. Only the start of the program and tests may see it. */
@NullMarked
package dev.longshore.watch.engine;

import org.jspecify.annotations.NullMarked;
