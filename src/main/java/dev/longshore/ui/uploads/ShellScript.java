package dev.longshore.ui.uploads;

import dev.longshore.model.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lines for a shell of which some parts are secret: those are shown as dots, and are there only in what is copied. */
record ShellScript(List<ScriptPart> parts) {
    ShellScript {
        parts = List.copyOf(parts);
    }

    /** A piece of it. */
    sealed interface ScriptPart {
        /** What everybody may see. */
        record PlainPart(String text) implements ScriptPart {}

        /** What is copied and never shown; within single quotation marks. */
        record SecretPart(Secret secret) implements ScriptPart {}
    }

    static ShellScript of(ScriptPart... parts) {
        return new ShellScript(List.of(parts));
    }

    static ScriptPart plain(String text) {
        return new ScriptPart.PlainPart(text);
    }

    static ScriptPart hidden(Secret secret) {
        return new ScriptPart.SecretPart(secret);
    }

    boolean isSecret() {
        return parts.stream().anyMatch(ScriptPart.SecretPart.class::isInstance);
    }

    /** As it may be seen, kept and written. */
    String masked() {
        return parts.stream().map(scriptPart -> switch (scriptPart) {
            case ScriptPart.PlainPart(var text) -> text;
            case ScriptPart.SecretPart(var secret) -> quoted(secret.toString());
        }).collect(Collectors.joining());
    }

    /** As a shell takes it, secrets included. For the clipboard only. */
    String revealed() {
        return parts.stream().map(scriptPart -> switch (scriptPart) {
            case ScriptPart.PlainPart(var text) -> text;
            case ScriptPart.SecretPart(var secret) -> revealed(secret);
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
