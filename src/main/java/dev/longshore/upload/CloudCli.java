package dev.longshore.upload;

import static dev.longshore.upload.ShellScript.hidden;
import static dev.longshore.upload.ShellScript.plain;

import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import java.util.Arrays;
import java.util.List;

/**
 * The command-line tool of a cloud, as POSIX shell. It finds its credentials in variables of the shell, so that new ones
 * can be given to the same session; the commands find {@code $dir}, {@code $path} and {@code $target} in it.
 *
 * @param credentials sets the variables
 * @param variables their names
 * @param login run once before the other commands; nothing where the variables are enough
 * @param upload copies {@code $dir} to {@code $target/$path}; what is there already is not copied again
 * @param listing lists all below {@code $target}, with sizes in bytes
 */
record CloudCli(ShellScript credentials, List<String> variables, String login, UploadCall upload, String listing) {
    /**
     * A call of the tool.
     *
     * @param real copies
     * @param dryRun tells what would be copied
     */
    record UploadCall(String real, String dryRun) {}

    /** Keeps the key where only its owner can read it, and the user's own gcloud account as it is; removes all at the end. */
    private static final String GOOGLE_LOGIN = """
              umask 077
              config=$(mktemp -d) || exit 1
              trap 'rm -rf "$config"' EXIT
              trap 'exit 1' HUP INT TERM
              base64 -d >"$config/key.json" <<KEY || exit 1
            $MIGRATION_KEY
            KEY
              export CLOUDSDK_CONFIG="$config"
              gcloud auth activate-service-account --key-file="$config/key.json" </dev/null || exit 1
            """;

    static CloudCli of(UploadCredentials credentials) {
        return switch (credentials) {
            case UploadCredentials.Aws aws -> aws(aws);
            case UploadCredentials.Google google -> google(google);
            case UploadCredentials.Azure azure -> azure(azure);
        };
    }

    private static CloudCli aws(UploadCredentials.Aws aws) {
        return new CloudCli(
                ShellScript.of(
                        plain("export AWS_ACCESS_KEY_ID="), hidden(Secret.of(aws.accessKeyId())),
                        plain("\nexport AWS_SECRET_ACCESS_KEY="), hidden(aws.secretAccessKey()),
                        plain("\nexport AWS_SESSION_TOKEN="), hidden(aws.sessionToken()), plain("\n")),
                List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"), "",
                new UploadCall(
                        "aws s3 sync --only-show-errors \"$dir\" \"$target/$path/\"",
                        "aws s3 sync --dryrun \"$dir\" \"$target/$path/\""),
                "aws s3 ls --recursive --summarize \"$target/\"");
    }

    private static CloudCli google(UploadCredentials.Google google) {
        return new CloudCli(
                exported("MIGRATION_KEY", without(google.file(), "[\\r\\n ]")), List.of("MIGRATION_KEY"), GOOGLE_LOGIN,
                new UploadCall(
                        "gsutil -m rsync -r \"$dir\" \"$target/$path/\"",
                        "gsutil -m rsync -r -n \"$dir\" \"$target/$path/\""),
                "gsutil ls -l -r \"$target/\"");
    }

    /** azcopy takes the signature nowhere but in the address. */
    private static CloudCli azure(UploadCredentials.Azure azure) {
        return new CloudCli(
                exported("MIGRATION_SAS", without(azure.urlSignature(), "^[?&]+")), List.of("MIGRATION_SAS"), "",
                new UploadCall(
                        "azcopy sync \"$dir\" \"$target/$path/?$MIGRATION_SAS\" --recursive",
                        "azcopy sync \"$dir\" \"$target/$path/?$MIGRATION_SAS\" --recursive --dry-run"),
                "azcopy list \"$target/?$MIGRATION_SAS\" --machine-readable");
    }

    private static ShellScript exported(String name, Secret value) {
        return ShellScript.of(plain("export " + name + "="), hidden(value), plain("\n"));
    }

    private static Secret without(Secret secret, String pattern) {
        var characters = secret.reveal();
        try {
            return Secret.of(new String(characters).replaceAll(pattern, ""));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
