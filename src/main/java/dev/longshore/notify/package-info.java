/** Routes and the outbox: from an alert to a message that arrives outside the window. No JavaFX. */
@NullMarked
package dev.longshore.notify;

import org.jspecify.annotations.NullMarked;
