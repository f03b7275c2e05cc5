package dev.longshore.ui.alerts;

import dev.longshore.ui.look.ColorRole;

/**
 * What the window says over its screens until the person has answered.
 *
 * @param title how much there is
 * @param sentence the most urgent of it
 * @param colorRole how grave it is
 */
record AlertBannerContent(String title, String sentence, ColorRole colorRole) {}
