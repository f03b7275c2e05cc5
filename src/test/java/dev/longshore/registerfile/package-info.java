@NullMarked
package dev.longshore.registerfile;

import org.jspecify.annotations.NullMarked;
