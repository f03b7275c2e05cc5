package dev.longshore.ui.uploads;

import static dev.longshore.ui.uploads.ShellScript.hidden;
import static dev.longshore.ui.uploads.ShellScript.plain;
import static dev.longshore.ui.uploads.ShellScript.word;

import dev.longshore.model.UploadCredentials;

/**
 * What a person runs on an origin node to upload a snapshot, by the cloud of the directory. From the Sideloader
 * documentation, "Upload snapshots to the migration directory". Pure.
 *
 * @param credentials gives the cloud's own tool its rights, in the shell in which the others are run
 * @param upload copies the snapshot
 * @param check lists what is there
 */
record UploadCommands(ShellScript credentials, ShellScript upload, ShellScript check) {
    /**
     * What is uploaded.
     *
     * @param node the node's name, which becomes a directory of the migration's
     * @param snapshot the name given to {@code nodetool snapshot -t}
     * @param data the node's data directory
     */
    record UploadSource(String node, String snapshot, String data) {
        UploadSource {
            node = node.isBlank() ? "NODE" : node.strip().replaceAll("^/+|/+$", "");
            snapshot = snapshot.isBlank() ? "SNAPSHOT" : snapshot.strip();
            data = data.isBlank() ? "/var/lib/cassandra/data" : data.strip().replaceAll("/+$", "");
        }
    }

    /**
     * The commands of one node.
     *
     * @param directory {@code uploadBucketDir} as the service gave it
     */
    static UploadCommands of(UploadCredentials credentials, String directory, UploadSource source) {
        var target = directory.replaceAll("/+$", "") + "/" + source.node();
        return switch (credentials) {
            case UploadCredentials.Aws aws -> aws(aws, target, source);
            case UploadCredentials.Google google -> google(google, target, source);
            case UploadCredentials.Azure azure -> azure(azure, target, source);
        };
    }

    private static UploadCommands aws(UploadCredentials.Aws aws, String target, UploadSource source) {
        return new UploadCommands(
                ShellScript.of(
                        plain("export AWS_ACCESS_KEY_ID=" + word(aws.accessKeyId())
                                + "\nexport AWS_SECRET_ACCESS_KEY="),
                        hidden(aws.secretAccessKey()), plain("\nexport AWS_SESSION_TOKEN="),
                        hidden(aws.sessionToken()), plain("\n")),
                ShellScript.of(plain("aws s3 sync --only-show-errors --exclude '*' --include "
                        + word("*/snapshots/" + source.snapshot() + "*") + " " + word(source.data() + "/") + " "
                        + word(target) + "\n")),
                ShellScript
                        .of(plain("aws s3 ls --human-readable --summarize --recursive " + word(target + "/") + "\n")));
    }

    private static UploadCommands google(UploadCredentials.Google google, String target, UploadSource source) {
        return new UploadCommands(
                ShellScript.of(
                        plain("(umask 077; printf %s "), hidden(google.file()),
                        plain("""
                                 | base64 --decode > creds.json)
                                gcloud auth activate-service-account --key-file=creds.json
                                """)),
                ShellScript.of(plain("gsutil -m rsync -r -d " + word(source.data()) + "/KEYSPACE/**/snapshots/"
                        + word(source.snapshot()) + "/ " + word(target + "/") + "\n")),
                ShellScript.of(plain("gsutil ls -r " + word(target + "/") + "\n")));
    }

    private static UploadCommands azure(UploadCredentials.Azure azure, String target, UploadSource source) {
        return new UploadCommands(
                ShellScript.of(plain("MIGRATION_SAS="), hidden(azure.urlSignature()), plain("\n")),
                ShellScript.of(plain("cd " + word(source.data()) + " && find . -type d -path "
                        + word("*/snapshots/" + source.snapshot() + "*") + " | while read -r dir; do\n"
                        + "  azcopy sync \"$dir\" " + word(target + "/") + "\"${dir#./}/?$MIGRATION_SAS\" --recursive\n"
                        + "done\n")),
                ShellScript.of(plain("azcopy list " + word(target + "/") + "\"?$MIGRATION_SAS\"\n")));
    }
}
