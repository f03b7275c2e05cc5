/**
 * Client, simulator and model held to the service's documentation, sentence by sentence, and the client to every fault of
 * every operation.
 */
@NullMarked
package dev.longshore.conformance;

import org.jspecify.annotations.NullMarked;
