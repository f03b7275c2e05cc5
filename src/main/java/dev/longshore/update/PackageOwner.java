package dev.longshore.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The package manager that installed this program and brings its updates. */
public enum PackageOwner {
    /** None: an archive, an app-image, or an installer that does not update what it installed. */
    NOBODY(""),
    /** Its database lists the program's files. */
    DEB("apt"),
    /** The program lies where the package puts it, and this computer keeps a database of RPM. */
    RPM("dnf"),
    /** The file {@code /.flatpak-info} is there. */
    FLATPAK("Flatpak"),
    /** The variable {@code SNAP} names the folder in which the program lies. */
    SNAP("snap"),
    /** The program, or the file it is linked to, lies in a folder of Homebrew, or its Caskroom knows it. */
    HOMEBREW("Homebrew"),
    /** The program lies in a folder of Scoop. */
    SCOOP("Scoop");

    private static final List<String> RPM_DATABASES = List.of("usr/lib/sysimage/rpm", "var/lib/rpm",
            "usr/share/rpm");
    private static final List<String> CASKROOMS = List.of("opt/homebrew/Caskroom", "usr/local/Caskroom",
            "home/linuxbrew/.linuxbrew/Caskroom");

    private final String title;

    PackageOwner(String title) {
        this.title = title;
    }

    /** The name under which users know it. */
    public String title() {
        return title;
    }

    /**
     * Who owns the program; reads a few files.
     *
     * @param program the program's file; empty where it was not started from a package
     * @param environment the environment variables
     * @param root the root of the file system
     */
    public static PackageOwner of(Optional<Path> program, Map<String, String> environment, Path root) {
        if (Files.exists(root.resolve(".flatpak-info"))) {
            return FLATPAK;
        }
        return program.map(each -> of(each.toAbsolutePath().normalize(), environment, root)).orElse(NOBODY);
    }

    private static PackageOwner of(Path program, Map<String, String> environment, Path root) {
        var path = program.toString().replace('\\', '/');
        var snap = environment.getOrDefault("SNAP", "");
        if (!snap.isEmpty() && program.startsWith(snap)) {
            return SNAP;
        }
        if (isOfScoop(path, environment)) {
            return SCOOP;
        }
        if (path.contains("/Caskroom/") || path.contains("/Cellar/") || isInCaskroom(path, root)) {
            return HOMEBREW;
        }
        if (isListed(path, root)) {
            return DEB;
        }
        return path.startsWith("/opt/longshore/") && isThere(RPM_DATABASES, root) ? RPM : NOBODY;
    }

    /** Its folder is named so, or by a variable. */
    private static boolean isOfScoop(String program, Map<String, String> environment) {
        var path = program.toLowerCase(Locale.ROOT);
        return path.contains("/scoop/apps/longshore/")
                || Stream.of("SCOOP", "SCOOP_GLOBAL").map(each -> environment.getOrDefault(each, "").replace('\\', '/'))
                        .filter(each -> !each.isBlank())
                        .anyMatch(each -> path.contains(each.toLowerCase(Locale.ROOT) + "/apps/longshore/"));
    }

    /** Homebrew moves a program to the folder of applications and keeps a folder of its name. */
    private static boolean isInCaskroom(String program, Path root) {
        return program.contains("/Longshore.app/")
                && isThere(CASKROOMS.stream().map(each -> each + "/longshore").toList(), root);
    }

    private static boolean isListed(String program, Path root) {
        var info = root.resolve("var/lib/dpkg/info");
        return Stream.of("longshore.list", "longshore:amd64.list", "longshore:arm64.list").map(info::resolve)
                .filter(Files::isRegularFile).anyMatch(each -> lists(each, program));
    }

    private static boolean lists(Path list, String program) {
        try (var lines = Files.lines(list)) {
            return lines.anyMatch(program::equals);
        } catch (IOException _) {
            // It is there: rather quiet than wrong.
            return true;
        }
    }

    private static boolean isThere(List<String> folders, Path root) {
        return folders.stream().map(root::resolve).anyMatch(Files::isDirectory);
    }
}
