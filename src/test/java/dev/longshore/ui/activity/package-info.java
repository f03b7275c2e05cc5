@NullMarked
package dev.longshore.ui.activity;

import org.jspecify.annotations.NullMarked;
