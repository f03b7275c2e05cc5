package dev.longshore.ui.uploads;

import dev.longshore.model.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lines for a shell of which some parts are secret: those are shown as dots, and are there only in what is copied. */
record ShellText(List<Part> parts) {
    ShellText {
        parts = List.copyOf(parts);
    }

    /** A piece of it. */
    sealed interface Part {
        /** What everybody may see. */
        record Plain(String text) implements Part {}

        /** What is copied and never shown; within single quotation marks. */
        record Hidden(Secret secret) implements Part {}
    }

    static ShellText of(Part... parts) {
        return new ShellText(List.of(parts));
    }

    static Part plain(String text) {
        return new Part.Plain(text);
    }

    static Part hidden(Secret secret) {
        return new Part.Hidden(secret);
    }

    boolean isSecret() {
        return parts.stream().anyMatch(Part.Hidden.class::isInstance);
    }

    /** As it may be seen, kept and written. */
    String masked() {
        return parts.stream().map(part -> switch (part) {
            case Part.Plain(var text) -> text;
            case Part.Hidden(var secret) -> quoted(secret.toString());
        }).collect(Collectors.joining());
    }

    /** As a shell takes it, secrets included. For the clipboard only. */
    String revealed() {
        return parts.stream().map(part -> switch (part) {
            case Part.Plain(var text) -> text;
            case Part.Hidden(var secret) -> revealed(secret);
        }).collect(Collectors.joining());
    }

    private static String revealed(Secret secret) {
        var characters = secret.reveal();
        try {
            return quoted(new String(characters));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** One word of a shell, whatever is in it; left as it is where nothing in it means anything to a shell. */
    static String word(String text) {
        return text.matches("[A-Za-z0-9._/:@%+=-]+") ? text : quoted(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
