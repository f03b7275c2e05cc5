/** Files that are there whole or as they were before. Knows no other package, so that every one that writes a file can use it. */
@NullMarked
package dev.longshore.atomicfile;

import org.jspecify.annotations.NullMarked;
