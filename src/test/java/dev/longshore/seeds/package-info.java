/**
 * Runs of the real watch, journal, client and window against the simulator in which one number, the seed, decides all
 * that happens: faults, user, colleagues, and which of two things comes first.
 */
@NullMarked
package dev.longshore.seeds;

import org.jspecify.annotations.NullMarked;
