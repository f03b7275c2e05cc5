package dev.longshore.platform;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps its files. All of them lie below one data folder; no token and no credential is in any of
 * them.
 *
 * @param data the data folder; absolute
 */
public record Folders(Path data) {
    private static final String MARK_TEXT = """
            longshore --demo made this folder. Each demonstration deletes the journal in it and begins again.
            """;

    /** Makes the path absolute. */
    public Folders {
        data = data.toAbsolutePath().normalize();
    }

    /**
     * The data folder that is usual for the user who runs this program; not yet made.
     *
     * @param environment the environment variables
     * @throws FactException when the home folder has characters that file names cannot have in the locale of this
     *     process, such as umlauts under {@code LC_ALL=C}
     */
    public static Folders ofThisUser(Map<String, String> environment) {
        var home = System.getProperty("user.home");
        try {
            return usual(OperatingSystem.ofThisComputer(), environment, Path.of(home));
        } catch (InvalidPathException e) {
            throw new FactException(Fact.of(StartFact.HOME_NOT_READABLE, e.getInput()), e);
        }
    }

    /**
     * The data folder that is usual on a system; not yet made.
     *
     * @param environment the environment variables
     * @param home the user's home folder
     */
    static Folders usual(OperatingSystem system, Map<String, String> environment, Path home) {
        return new Folders(parent(system, environment, home).resolve(folderName(system)));
    }

    /** The data folder of {@code --demo}, beside this one, so that a demonstration never touches a user's own list. */
    public Folders forDemo() {
        return new Folders(data.resolveSibling(data.getFileName() + "-demo"));
    }

    /** The journal's database. */
    public Path journal() {
        return data.resolve("journal.db");
    }

    /** The folder of the journal's backups. */
    public Path backups() {
        return data.resolve("backup");
    }

    /** What {@link SettingsFile} keeps. */
    public Path settings() {
        return data.resolve("settings.json");
    }

    /** The routes of notifications. */
    public Path routes() {
        return data.resolve("routes.toml");
    }

    /** The folder of the log files. */
    public Path logs() {
        return data.resolve("logs");
    }

    /**
     * Looks at the data folder before anything in it is read, written or deleted.
     *
     * @param demo whether it is for a demonstration, which deletes its journal at each start
     * @throws FactException when another user can write to it, when a demonstration would work in a folder that none
     *     made, or when the folder of a demonstration is named for anything else
     * @throws IOException when the disk fails
     */
    public void check(boolean demo) throws IOException {
        checkIsFolder();
        if (!Files.isDirectory(data)) {
            return;
        }
        var open = FolderTrust.openToOthers(data, System.getProperty("user.name", ""));
        if (open.isPresent()) {
            throw new FactException(Fact.of(StartFact.FOLDER_NOT_PRIVATE, data.toString(), open.get().toString()));
        }
        if (!demo && isOfDemonstration()) {
            throw new FactException(Fact.of(StartFact.FOLDER_OF_DEMONSTRATION, data.toString()));
        }
        if (demo && !isOfDemonstration() && !isEmpty()) {
            throw new FactException(Fact.of(StartFact.FOLDER_NOT_OF_DEMONSTRATION, data.toString()));
        }
    }

    /**
     * Checks that the data folder, where it is there, is one.
     *
     * @throws FactException when it is a file
     */
    public void checkIsFolder() {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new FactException(Fact.of(StartFact.FOLDER_BEHIND_FILE, data.toString(), data.toString()));
        }
    }

    /** Whether a demonstration made the data folder, so that it may delete what is in it. */
    public boolean isOfDemonstration() {
        return Files.isRegularFile(demonstrationMark(), LinkOption.NOFOLLOW_LINKS);
    }

    private Path demonstrationMark() {
        return data.resolve("demonstration.txt");
    }

    private boolean isEmpty() throws IOException {
        try (var content = Files.list(data)) {
            return content.findAny().isEmpty();
        }
    }

    /**
     * Checks the data folder and makes it and that of the log where they are missing, readable by its owner only. A
     * folder that is already there keeps the permissions that its owner gave it.
     *
     * @param demo whether it is for a demonstration; then the folder is marked as made by one
     * @throws FactException when it cannot be used, created or written to
     * @throws IOException when the disk fails otherwise
     */
    public void create(boolean demo) throws IOException {
        check(demo);
        createFolders();
        if (demo && !isOfDemonstration()) {
            AtomicFile.writePrivate(demonstrationMark(), MARK_TEXT.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void createFolders() throws IOException {
        try {
            Files.createDirectories(data, ownerOnly(data));
            Files.createDirectories(logs(), ownerOnly(data));
        } catch (FileSystemException e) {
            throw new FactException(notCreated(e), e);
        }
        if (!Files.isWritable(data)) {
            throw new FactException(Fact.of(StartFact.FOLDER_NOT_WRITABLE, data.toString()));
        }
    }

    private static String folderName(OperatingSystem system) {
        return switch (system) {
            case LINUX -> "longshore";
            case MACOS, WINDOWS -> "Longshore";
        };
    }

    private static Path parent(OperatingSystem system, Map<String, String> environment, Path home) {
        return switch (system) {
            case LINUX -> absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"));
            case MACOS -> home.resolve("Library/Application Support");
            case WINDOWS -> absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
        };
    }

    private Fact notCreated(FileSystemException e) {
        if (e instanceof FileAlreadyExistsException) {
            return Fact.of(StartFact.FOLDER_BEHIND_FILE, data.toString(), e.getFile());
        }
        return e.getReason() == null
                ? Fact.of(StartFact.FOLDER_DENIED, data.toString(), e.getFile())
                : Fact.of(StartFact.FOLDER_NOT_CREATED, data.toString(), e.getReason());
    }

    // The XDG base directory specification tells programs to ignore a path that is not absolute.
    private static Path absolute(@Nullable String configured, Path otherwise) {
        if (configured == null || configured.isBlank() || !Path.of(configured).isAbsolute()) {
            return otherwise;
        }
        return Path.of(configured);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[]{
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            };
        }
        return new FileAttribute<?>[0];
    }
}
