package dev.longshore.ui.connect;

import dev.longshore.model.Secret;
import java.util.Arrays;
import java.util.Optional;

/** A token as a person pastes it: with blanks, line ends or quotation marks around it. */
final class PastedToken {
    private PastedToken() {}

    /** The token without them, or nothing where there is none. The caller wipes {@code typed}. */
    static Optional<Secret> of(char[] typed) {
        int from = 0;
        int to = typed.length;
        while (from < to && isAround(typed[from])) {
            from++;
        }
        while (to > from && isAround(typed[to - 1])) {
            to--;
        }
        var token = Arrays.copyOfRange(typed, from, to);
        try {
            return token.length == 0 ? Optional.empty() : Optional.of(Secret.of(token));
        } finally {
            Arrays.fill(token, '\0');
        }
    }

    private static boolean isAround(char each) {
        return Character.isWhitespace(each) || each == '"' || each == '\'';
    }
}
