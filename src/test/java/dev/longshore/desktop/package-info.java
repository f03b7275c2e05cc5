/** What only a real window on a real display can show; run by {@code -Pdesktop}. */
@NullMarked
package dev.longshore.desktop;

import org.jspecify.annotations.NullMarked;
