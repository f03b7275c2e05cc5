@NullMarked
package dev.longshore.atomicfile;

import org.jspecify.annotations.NullMarked;
