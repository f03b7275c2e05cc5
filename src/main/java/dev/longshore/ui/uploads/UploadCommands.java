package dev.longshore.ui.uploads;

import static dev.longshore.ui.uploads.ShellText.hidden;
import static dev.longshore.ui.uploads.ShellText.plain;
import static dev.longshore.ui.uploads.ShellText.word;

import dev.longshore.model.UploadCredentials;

/**
 * What a person runs on an origin node to upload a snapshot, by the cloud of the directory. From the Sideloader
 * documentation, "Upload snapshots to the migration directory". Pure.
 *
 * @param credentials gives the cloud's own tool its rights, in the shell in which the others are run
 * @param upload copies the snapshot
 * @param check lists what is there
 */
record UploadCommands(ShellText credentials, ShellText upload, ShellText check) {
    /**
     * What is uploaded.
     *
     * @param node the node's name, which becomes a directory of the migration's
     * @param snapshot the name given to {@code nodetool snapshot -t}
     * @param data the node's data directory
     */
    record Origin(String node, String snapshot, String data) {
        Origin {
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
    static UploadCommands of(UploadCredentials credentials, String directory, Origin origin) {
        var target = directory.replaceAll("/+$", "") + "/" + origin.node();
        return switch (credentials) {
            case UploadCredentials.Aws aws -> aws(aws, target, origin);
            case UploadCredentials.Google google -> google(google, target, origin);
            case UploadCredentials.Azure azure -> azure(azure, target, origin);
        };
    }

    private static UploadCommands aws(UploadCredentials.Aws aws, String target, Origin origin) {
        return new UploadCommands(
                ShellText.of(
                        plain("export AWS_ACCESS_KEY_ID=" + word(aws.accessKeyId())
                                + "\nexport AWS_SECRET_ACCESS_KEY="),
                        hidden(aws.secretAccessKey()), plain("\nexport AWS_SESSION_TOKEN="),
                        hidden(aws.sessionToken()), plain("\n")),
                ShellText.of(plain("aws s3 sync --only-show-errors --exclude '*' --include "
                        + word("*/snapshots/" + origin.snapshot() + "*") + " " + word(origin.data() + "/") + " "
                        + word(target) + "\n")),
                ShellText.of(plain("aws s3 ls --human-readable --summarize --recursive " + word(target + "/") + "\n")));
    }

    private static UploadCommands google(UploadCredentials.Google google, String target, Origin origin) {
        return new UploadCommands(
                ShellText.of(
                        plain("(umask 077; printf %s "), hidden(google.file()),
                        plain("""
                                 | base64 --decode > creds.json)
                                gcloud auth activate-service-account --key-file=creds.json
                                """)),
                ShellText.of(plain("gsutil -m rsync -r -d " + word(origin.data()) + "/KEYSPACE/**/snapshots/"
                        + word(origin.snapshot()) + "/ " + word(target + "/") + "\n")),
                ShellText.of(plain("gsutil ls -r " + word(target + "/") + "\n")));
    }

    private static UploadCommands azure(UploadCredentials.Azure azure, String target, Origin origin) {
        return new UploadCommands(
                ShellText.of(plain("MIGRATION_SAS="), hidden(azure.urlSignature()), plain("\n")),
                ShellText.of(plain("cd " + word(origin.data()) + " && find . -type d -path "
                        + word("*/snapshots/" + origin.snapshot() + "*") + " | while read -r dir; do\n"
                        + "  azcopy sync \"$dir\" " + word(target + "/") + "\"${dir#./}/?$MIGRATION_SAS\" --recursive\n"
                        + "done\n")),
                ShellText.of(plain("azcopy list " + word(target + "/") + "\"?$MIGRATION_SAS\"\n")));
    }
}
