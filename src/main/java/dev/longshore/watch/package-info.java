/**
 * The background service layer: polls the service, carries out commands, keeps both in the journal, and publishes what
 * is known as one immutable snapshot. Knows nothing of a window.
 */
@NullMarked
package dev.longshore.watch;

import org.jspecify.annotations.NullMarked;
