package dev.longshore.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/** Whether only the user who runs this program can write to a folder: what lies in it is believed. */
final class FolderTrust {
    private FolderTrust() {}

    /**
     * By owner and mode where the file system has them; elsewhere every folder is trusted.
     *
     * @param user who runs this program
     * @throws IOException when they cannot be read
     */
    static boolean isPrivate(Path folder, String user) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        var attributes = Files.readAttributes(folder, PosixFileAttributes.class);
        var permissions = attributes.permissions();
        return !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE)
                && principal(folder, user).filter(each -> !each.equals(attributes.owner())).isEmpty();
    }

    /** Empty where the user has no name, as in some containers. */
    private static Optional<UserPrincipal> principal(Path folder, String user) {
        try {
            return Optional.of(folder.getFileSystem().getUserPrincipalLookupService()
                    .lookupPrincipalByName(user));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
