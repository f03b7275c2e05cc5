/** Tables as text for other programs. Knows no other package, so that every one that writes a table can use it. */
@NullMarked
package dev.longshore.tabletext;

import org.jspecify.annotations.NullMarked;
