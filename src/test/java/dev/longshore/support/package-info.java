/** What several tests need: the toolkit, a clock that is set by hand, sample data. */
@NullMarked
package dev.longshore.support;

import org.jspecify.annotations.NullMarked;
