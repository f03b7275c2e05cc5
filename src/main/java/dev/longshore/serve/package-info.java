/** What a watch answers over HTTP: metrics for Prometheus, and whether it is well. */
@NullMarked
package dev.longshore.serve;

import org.jspecify.annotations.NullMarked;
