@NullMarked
package dev.longshore.notify;

import org.jspecify.annotations.NullMarked;
