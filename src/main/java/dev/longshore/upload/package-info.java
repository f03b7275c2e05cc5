/**
 * What a user does outside this program to upload snapshots: the commands for it, the nodes and tables they are for,
 * and the comparison of what should have arrived with what has.
 */
@NullMarked
package dev.longshore.upload;

import org.jspecify.annotations.NullMarked;
