package dev.longshore.devops;

import java.net.URI;

/**
 * A request as a curl command, made from the same {@link ApiRequest} as the call itself. The token is the shell's
 * variable {@code token}; it is never in the text.
 */
public final class CurlCommand {
    private CurlCommand() {}

    /** What the command is pasted into. */
    public enum CurlShell {
        /** sh, bash, zsh and their like. */
        POSIX,
        /** PowerShell on Windows, where {@code curl} alone may be another program. */
        POWERSHELL,
        /** The Command Prompt of Windows. */
        CMD
    }

    /** One line, without a line end. */
    public static String of(URI endpoint, ApiRequest request, CurlShell shell) {
        var call = " -sS -X " + request.method();
        var address = request.at(endpoint).toASCIIString();
        return switch (shell) {
            case POSIX -> "curl" + call + " -H \"Authorization: Bearer $token\" -H 'Accept: application/json' '"
                    + address.replace("'", "'\\''") + "'";
            case POWERSHELL -> "curl.exe" + call
                    + " -H \"Authorization: Bearer $token\" -H 'Accept: application/json' '"
                    + address.replace("'", "''") + "'";
            case CMD -> "curl" + call + " -H \"Authorization: Bearer %token%\" -H \"Accept: application/json\" \""
                    + address.replace("%", "\"^%\"") + "\"";
        };
    }
}
