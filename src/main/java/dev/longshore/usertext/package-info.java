/** Text from people (pasted, typed, from files and the environment): decoded, cleaned, and read by one parser for each kind. */
@NullMarked
package dev.longshore.usertext;

import org.jspecify.annotations.NullMarked;
