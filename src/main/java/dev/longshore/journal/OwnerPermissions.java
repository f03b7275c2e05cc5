package dev.longshore.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes folders and files that nobody but their owner can read, on systems whose permissions can say so. */
final class OwnerPermissions {
    private OwnerPermissions() {}

    /** Makes a folder where there is none; one that exists belongs to the user and is left as it is. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions(folder, "rwx------"));
    }

    /** Makes an empty file where there is none, and takes one that exists away from everybody else. */
    static void file(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, permissions(file, "rw-------"));
        } else if (isPosix(file) && !isOwnerOnly(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Gives a file, where there is one, the permissions of another. */
    static void sameAs(Path model, Path file) throws IOException {
        if (isPosix(file) && Files.exists(file)) {
            var permissions = Files.getPosixFilePermissions(model);
            if (!permissions.equals(Files.getPosixFilePermissions(file))) {
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }

    private static boolean isOwnerOnly(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------");
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[]{
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
