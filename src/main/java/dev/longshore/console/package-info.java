/** What a program without a window prints: a line for each event, and the list as a table, JSON or CSV. */
@NullMarked
package dev.longshore.console;

import org.jspecify.annotations.NullMarked;
