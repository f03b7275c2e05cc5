package dev.longshore.upload;

import dev.longshore.model.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines for a shell of which some parts are secret: those are shown as dots, and are there only in what is copied. */
public record ShellScript(List<ScriptPart> parts) {
    /** What is quoted is quoted on purpose. */
    private static final ScriptPart HEADING = plain("# shellcheck shell=sh disable=SC2016\n");

    public ShellScript {
        parts = List.copyOf(parts);
    }

    /** A piece of it. */
    public sealed interface ScriptPart {
        /** What everybody may see. */
        record PlainPart(String text) implements ScriptPart {}

        /** What is copied and never shown; within single quotation marks. */
        record SecretPart(Secret secret) implements ScriptPart {}
    }

    /** The parts, below a line that tells checkers of scripts what they are. */
    static ShellScript of(ScriptPart... parts) {
        return new ShellScript(Stream.concat(Stream.of(HEADING), Stream.of(parts)).toList());
    }

    /** This and then the other, as one script. */
    ShellScript then(ShellScript next) {
        return new ShellScript(
                Stream.concat(parts.stream(), next.parts.stream().filter(each -> !each.equals(HEADING))).toList());
    }

    static ScriptPart plain(String text) {
        return new ScriptPart.PlainPart(text);
    }

    static ScriptPart hidden(Secret secret) {
        return new ScriptPart.SecretPart(secret);
    }

    /** True where something in it is not shown. */
    public boolean isSecret() {
        return parts.stream().anyMatch(ScriptPart.SecretPart.class::isInstance);
    }

    /** As it may be seen, kept and written. */
    public String masked() {
        return parts.stream().map(scriptPart -> switch (scriptPart) {
            case ScriptPart.PlainPart(var text) -> text;
            case ScriptPart.SecretPart(var secret) -> quoted(secret.toString());
        }).collect(Collectors.joining());
    }

    /** As a shell takes it, secrets included. For the clipboard only. */
    public String revealed() {
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
