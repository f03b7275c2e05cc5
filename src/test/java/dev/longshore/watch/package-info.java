/** Tests of the background service layer: a clock and a service under the test's control, no sleeping. */
@NullMarked
package dev.longshore.watch;

import org.jspecify.annotations.NullMarked;
