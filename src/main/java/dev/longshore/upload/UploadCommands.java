package dev.longshore.upload;

import static dev.longshore.upload.ShellScript.plain;
import static dev.longshore.upload.ShellScript.word;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UploadFact;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user runs to upload snapshots, for any POSIX shell. Each directory of a snapshot is uploaded by a call of its
 * own to the same path below the node's directory, and nothing is ever deleted. Commands run in a subshell, whose status
 * is not 0 when an upload failed or nothing was found; run again, they upload what is missing. Pure.
 *
 * @param credentials gives the session its rights; run again with new ones when they have expired
 * @param upload copies the snapshot of the node on which it is run, or of all nodes over ssh
 * @param dryRun tells what {@code upload} would copy
 * @param expected lists what the node has, or all nodes have, for the ledger; needs no credentials
 * @param found lists what has arrived, for the ledger
 * @param signOut makes the session forget the credentials
 */
public record UploadCommands(
        ShellScript credentials, ShellScript upload, ShellScript dryRun, ShellScript expected, ShellScript found,
        ShellScript signOut) {
    /** What a tool would read as a wildcard, an escape or an address; Cassandra makes no such directories. */
    private static final String UNUSABLE = "*[[:cntrl:]]* | *\\** | *\\?* | *\\[* | *\\]* | *\\#* | *%* | *\\\\*";

    /** Tells whose the next lines are. */
    private static final String HEADING = "  printf '# node: %s\\n' \"$node\"\n";

    /** The commands to be run on {@code node} itself. */
    public static UploadCommands of(UploadTarget target, SnapshotSource source, OriginNode node) {
        var tool = CloudCli.of(target.credentials());
        var name = "  node=" + word(node.name()) + "\n";
        return new UploadCommands(
                tool.credentials(),
                script(subshell(tool, name + upload(target, source, tool, tool.upload().real()))),
                script(subshell(tool, name + upload(target, source, tool, tool.upload().dryRun()))),
                script("(\n" + name + expected(source) + ")\n"),
                script(listing(tool, name + "  target=" + word(target.directory()) + "/\"$node\"\n" + HEADING)),
                script(signOut(tool)));
    }

    /**
     * The commands to be run where all nodes can be reached over ssh. They send the credentials of the session to each
     * node on the standard input of its shell. Keys of hosts are checked as ssh is told elsewhere.
     *
     * @throws FactException when there is no node
     */
    public static UploadCommands of(UploadTarget target, SnapshotSource source, List<OriginNode> nodes) {
        if (nodes.isEmpty()) {
            throw new FactException(Fact.of(UploadFact.NODE_MISSING));
        }
        var tool = CloudCli.of(target.credentials());
        return new UploadCommands(
                tool.credentials(),
                script(overSsh(tool.variables(), nodes, upload(target, source, tool, tool.upload().real()))),
                script(overSsh(tool.variables(), nodes, upload(target, source, tool, tool.upload().dryRun()))),
                script(overSsh(List.of(), nodes, expected(source))),
                script(listing(tool, "  target=" + word(target.directory()) + "\n")),
                script(signOut(tool)));
    }

    /** Lists all that has arrived, with the migration's credentials, whatever nodes there were. */
    public static ShellScript listing(UploadTarget target) {
        var tool = CloudCli.of(target.credentials());
        return tool.credentials().then(script(listing(tool, "  target=" + word(target.directory()) + "\n")));
    }

    private static ShellScript script(String lines) {
        return ShellScript.of(plain(lines));
    }

    private static String subshell(CloudCli tool, String lines) {
        return "(\n" + required(tool.variables()) + lines + ")\n";
    }

    /** Without the migration's credentials a tool might use others that it finds. */
    private static String required(List<String> variables) {
        return variables.isEmpty() ? "" : variables.stream().map(each -> "\"${" + each + ":?}\"")
                .collect(Collectors.joining(" ", "  : ", "\n"));
    }

    private static String signOut(CloudCli tool) {
        return "unset " + String.join(" ", tool.variables()) + "\n";
    }

    private static String listing(CloudCli tool, String target) {
        return subshell(tool, target + tool.login() + "  " + tool.listing() + " </dev/null\n  exit $?\n");
    }

    /** One line for each file, in the form of GNU find. */
    private static String expected(SnapshotSource source) {
        return """
                  data=%s
                  snapshot=%s
                %s  set -- %s
                  found=0
                  for dir do
                    [ -d "$dir" ] || continue
                    found=$((found + 1))
                    find "$dir" -type f -printf '%%s %%p\\n' </dev/null || exit 1
                  done
                  [ "$found" -gt 0 ]
                """
                .formatted(
                        word(source.dataDirectory()), word(source.snapshot()), HEADING,
                        String.join(" ", directories(source)));
    }

    /** Uploads all directories of the snapshot on the node {@code $node}, which is the one where it runs. */
    private static String upload(UploadTarget target, SnapshotSource source, CloudCli tool, String call) {
        return """
                  data=%s
                  snapshot=%s
                  target=%s/"$node"
                %s  set -- %s
                  found=0
                  failed=0
                  for dir do
                    [ -d "$dir" ] || continue
                    found=$((found + 1))
                    path=${dir#"$data"/}
                    case $path in
                      %s)
                        printf '%%s: not uploaded, unusable name: %%s\\n' "$node" "$(printf '%%s' "$path" | tr '[:cntrl:]' '?')" >&2
                        false
                        ;;
                      *) %s </dev/null ;;
                    esac || failed=$((failed + 1))
                  done
                  printf '%%s: %%s directories of snapshot %%s, %%s failed\\n' "$node" "$found" "$snapshot" "$failed"
                  [ "$found" -gt 0 ] && [ "$failed" -eq 0 ]
                """
                .formatted(
                        word(source.dataDirectory()), word(source.snapshot()), word(target.directory()), tool.login(),
                        String.join(" ", directories(source)), UNUSABLE, call);
    }

    /** Patterns of the shell: keyspace, table with its ID or without, and the very name of the snapshot. */
    private static List<String> directories(SnapshotSource source) {
        return source.tables().isEmpty()
                ? List.of("\"$data\"/*/*/snapshots/\"$snapshot\"")
                : source.tables().stream()
                        .filter(each -> !source.tables().contains(each.replaceFirst("\\..*", ""))
                                || !each.contains("."))
                        .flatMap(UploadCommands::directories).toList();
    }

    private static Stream<String> directories(String table) {
        var names = table.split("\\.", 2);
        return names.length == 1
                ? Stream.of("\"$data\"/" + table + "/*/snapshots/\"$snapshot\"")
                : Stream.of("", "-*")
                        .map(id -> "\"$data\"/" + names[0] + "/" + names[1] + id + "/snapshots/\"$snapshot\"");
    }

    private static String overSsh(List<String> variables, List<OriginNode> nodes, String lines) {
        return """
                (
                %s  quote() { printf '%%s' "$1" | sed "s/'/'\\\\\\\\''/g"; }
                  run() {
                    {
                %s      printf "node='%%s'\\n" "$(quote "$1")"
                      cat <<'END'
                (
                %s)
                END
                    } | ssh -- "$2" sh
                  }
                  failed=0
                %s  [ "$failed" -eq 0 ]
                )
                """.formatted(required(variables), exports(variables), lines, calls(nodes));
    }

    private static String exports(List<String> variables) {
        return variables.stream()
                .map(each -> "      printf \"export %s='%%s'\\n\" \"$(quote \"$%s\")\"\n".formatted(each, each))
                .collect(Collectors.joining());
    }

    private static String calls(List<OriginNode> nodes) {
        return nodes.stream()
                .map(each -> "  run " + word(each.name()) + " " + word(each.destination())
                        + " || failed=$((failed + 1))\n")
                .collect(Collectors.joining());
    }
}
