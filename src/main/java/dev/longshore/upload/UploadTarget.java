package dev.longshore.upload;

import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.UploadFact;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Where a migration's snapshots are uploaded to.
 *
 * @param directory {@code uploadBucketDir} as the service gave it, without the slashes at its end
 */
public record UploadTarget(UploadCredentials credentials, String directory) {
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(?::\\d{1,5})?");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\r\\n ]+={0,2}[\\r\\n ]*");

    /** @throws FactException when no command may be made of it, whoever let it pass before */
    public UploadTarget {
        directory = directory.strip().replaceAll("/+$", "");
        var scheme = scheme(credentials);
        if (!isBelow(scheme, directory)) {
            throw new FactException(Fact.of(UploadFact.DIRECTORY_UNUSABLE, scheme));
        }
        if (!isUsable(credentials)) {
            throw new FactException(Fact.of(UploadFact.CREDENTIALS_UNUSABLE));
        }
    }

    private static String scheme(UploadCredentials credentials) {
        return switch (credentials) {
            case UploadCredentials.Aws _ -> "s3://";
            case UploadCredentials.Google _ -> "gs://";
            case UploadCredentials.Azure _ -> "https://";
        };
    }

    /** An address of that scheme: no option of a tool, no path of the node, no other way into the bucket. */
    private static boolean isBelow(String scheme, String directory) {
        if (!directory.startsWith(scheme)) {
            return false;
        }
        var path = directory.substring(scheme.length());
        var bucket = path.split("/", 2)[0];
        return BUCKET.matcher(bucket).matches() && NameRules.isPath(path.replaceFirst(":\\d+", ""));
    }

    private static boolean isUsable(UploadCredentials credentials) {
        return switch (credentials) {
            case UploadCredentials.Aws aws -> VISIBLE.matcher(aws.accessKeyId()).matches()
                    && matches(aws.secretAccessKey(), VISIBLE) && matches(aws.sessionToken(), VISIBLE);
            case UploadCredentials.Google google -> matches(google.file(), BASE64);
            case UploadCredentials.Azure azure -> matches(azure.urlSignature(), VISIBLE);
        };
    }

    private static boolean matches(Secret secret, Pattern pattern) {
        var characters = secret.reveal();
        try {
            return pattern.matcher(CharBuffer.wrap(characters)).matches();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
