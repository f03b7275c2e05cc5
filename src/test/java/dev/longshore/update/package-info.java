@NullMarked
package dev.longshore.update;

import org.jspecify.annotations.NullMarked;
