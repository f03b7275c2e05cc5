package dev.longshore.ui.alerts;

import dev.longshore.ui.theme.Token;

/**
 * What the window says over its screens until the person has answered.
 *
 * @param title how much there is
 * @param sentence the most urgent of it
 * @param token how grave it is
 */
record Call(String title, String sentence, Token token) {}
