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
    private static final int OTHERS_WRITE = 0002;
    private static final int STICKY = 01000;

    private FolderTrust() {}

    /**
     * The folder through which another user could change what is in {@code folder}: itself, by owner and mode, or one in
     * which it lies and out of which it could be renamed. Empty where there is none, and where the file system has neither.
     *
     * @param user who runs this program
     * @throws IOException when they cannot be read
     */
    static Optional<Path> openToOthers(Path folder, String user) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        var attributes = Files.readAttributes(folder, PosixFileAttributes.class);
        var permissions = attributes.permissions();
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || principal(folder, user).filter(each -> !each.equals(attributes.owner())).isPresent()) {
            return Optional.of(folder);
        }
        for (var above = folder.toRealPath().getParent(); above != null; above = above.getParent()) {
            if (isShared(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /** Everybody can rename what lies in it; in a folder like /tmp only the owner can. */
    private static boolean isShared(Path folder) throws IOException {
        var mode = (int) Files.getAttribute(folder, "unix:mode");
        return (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0;
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
