@NullMarked
package dev.longshore.ui;

import org.jspecify.annotations.NullMarked;
