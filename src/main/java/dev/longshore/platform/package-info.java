/**
 * What differs by operating system or belongs to this computer alone: folders, remembered settings, the one running
 * program, the display and the log. Knows nothing of the window.
 */
@NullMarked
package dev.longshore.platform;

import org.jspecify.annotations.NullMarked;
