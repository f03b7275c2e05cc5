@NullMarked
package dev.longshore.upload;

import org.jspecify.annotations.NullMarked;
