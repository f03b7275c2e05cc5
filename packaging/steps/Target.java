import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The system that packages are made for: the one this runs on. */
enum Target {
    LINUX,
    MACOS,
    WINDOWS;

    /** Each kind of installer, and the program without which it cannot be made. */
    private Map<String, String> tools() {
        return switch (this) {
            case LINUX -> Map.of("deb", "dpkg-deb", "rpm", "rpmbuild");
            case MACOS -> Map.of("dmg", "hdiutil");
            case WINDOWS -> Map.of("msi", "wix.exe");
        };
    }

    static Target ofThisComputer() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? WINDOWS : name.contains("mac") ? MACOS : LINUX;
    }

    /** The name of its folder of options. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The module that reads this system's store of authorities by its name: Windows-ROOT. On macOS java.base does, on
     * Linux files are read; keys on cards and sticks (jdk.crypto.cryptoki) are nothing that is asked for.
     */
    List<String> ofItsStore() {
        return this == WINDOWS ? List.of("jdk.crypto.mscapi") : List.of();
    }

    /** The kinds of installers that can be made on this computer. */
    List<String> installers() {
        return tools().entrySet().stream()
                .filter(each -> isThere(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    String whatIsMissing() {
        return "The app-image is made, but no installer: it needs "
                + String.join(" or ", tools().values().stream().sorted().toList()) + " on the path"
                + (this == LINUX ? ", for example from Debian's package dpkg or Fedora's package rpm-build." : ".");
    }

    /** Whether a file of a jar is a native library of this system, by the way that libraries name their folders. */
    boolean owns(String entry) {
        var arm = "aarch64".equals(System.getProperty("os.arch"));
        return switch (this) {
            case LINUX -> entry.contains(arm ? "/Linux/aarch64/" : "/Linux/x86_64/")
                    || entry.contains(arm ? "/linux-aarch64/" : "/linux-x86-64/");
            case MACOS -> entry.contains(arm ? "/Mac/aarch64/" : "/Mac/x86_64/")
                    || entry.contains(arm ? "/darwin-aarch64/" : "/darwin-x86-64/");
            case WINDOWS -> entry.contains(arm ? "/Windows/aarch64/" : "/Windows/x86_64/")
                    || entry.contains(arm ? "/win32-aarch64/" : "/win32-x86-64/");
        };
    }

    /** Where a Java runtime of this system has its native libraries. */
    Path libraries(Path runtime) {
        return runtime.resolve(this == WINDOWS ? "bin" : "lib");
    }

    /** The launcher and the folder of jars of an app-image. */
    Parts in(Path image) {
        return switch (this) {
            case LINUX -> new Parts(image.resolve("bin/longshore"), image.resolve("lib/app"));
            case MACOS -> new Parts(image.resolve("Contents/MacOS/Longshore"), image.resolve("Contents/app"));
            case WINDOWS -> new Parts(image.resolve("Longshore.exe"), image.resolve("app"));
        };
    }

    record Parts(Path launcher, Path app) {}

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
