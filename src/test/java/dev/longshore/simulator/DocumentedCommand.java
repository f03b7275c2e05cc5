package dev.longshore.simulator;

/**
 * A command of the vendor's guide: a curl call with its answer piped into jq. Only the host is another one.
 *
 * @param path what follows {@code /v2/databases/}, with shell variables
 * @param filter the path of a field as jq has it, or a dot for all
 */
record DocumentedCommand(String method, String path, String filter) {

    static DocumentedCommand get(String path, String filter) {
        return new DocumentedCommand("GET", path, filter);
    }

    static DocumentedCommand post(String path, String filter) {
        return new DocumentedCommand("POST", path, filter);
    }

    /** The command as the guide has it. */
    String shellText() {
        return curl() + " \\\n    | jq -r '" + filter + "'\n";
    }

    /** The call alone, for an answer that is no JSON. */
    String curl() {
        return """
                curl -sX %s \\
                    -H "Authorization: Bearer ${token}" \\
                    "${base}/v2/databases%s\"""".formatted(method, path);
    }
}
