package dev.longshore.ui.alerts;

import dev.longshore.ui.look.ColorRole;

/**
 * What the window says above its screens until the user has answered.
 *
 * @param title what it is about: the new alert, not one that is known
 * @param sentence what is the matter
 * @param more how many more are urgent
 * @param colorRole how grave it is
 */
record AlertBannerContent(String title, String sentence, int more, ColorRole colorRole) {}
