/** First start, connections, and putting migrations on the list. */
@NullMarked
package dev.longshore.ui.connect;

import org.jspecify.annotations.NullMarked;
