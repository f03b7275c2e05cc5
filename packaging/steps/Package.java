import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the packages of the system it runs on, from the jars that Maven has put into a folder. Started from the project's
 * folder as {@code java packaging/steps/Package.java WORK JAR VERSION TIME MAINTAINER HOMEPAGE}: the folder to work in,
 * which holds the libraries in {@code lib}, the program's jar, the version, the time that all files in the package are
 * to carry, who maintains it, as {@code Name <address>}, and the address of the project.
 */
final class Package {
    private final Path work;
    private final Path jar;
    private final Release release;
    private final Target target = Target.ofThisComputer();

    private Package(Path work, Path jar, Release release) {
        this.work = work;
        this.jar = jar;
        this.release = release;
    }

    public static void main(String... args) throws Exception {
        try {
            new Package(Path.of(args[0]), Path.of(args[1]), new Release(args[2], args[4], args[5]))
                    .make(Instant.parse(args[3]));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void make(Instant time) throws Exception {
        var image = image(time);
        say("Made " + image);
        for (var installer : installers(image)) {
            say("Made %s, %.1f MB".formatted(installer, Files.size(installer) / 1e6));
        }
    }

    private Path image(Instant time) throws Exception {
        var jars = new Jars(work, target);
        jars.sort();
        jars.add(jar);
        new Stylesheets(jars.javafx(), work).compileIn(jars.application().resolve(Jars.MAIN));
        Modules.check(jars);
        var runtime = Modules.link(jars, target, work.resolve("runtime"));
        Authorities.keepListed(runtime);
        Legal.collect(jars, work);
        var image = jpackage("app-image", List.of(
                "@packaging/program.txt", "--input", jars.application().toString(), "--main-jar", Jars.MAIN,
                "--runtime-image", runtime.toString()));
        // The cache notes how old the jars are, and an installer may keep seconds only.
        setTimes(image, FileTime.from(time));
        new Training(target.in(image), work).run();
        return image;
    }

    private List<Path> installers(Path image) throws Exception {
        var made = new ArrayList<Path>();
        for (var type : target.installers()) {
            made.add(switch (type) {
                case "deb" -> Debian.make(image, work, release);
                case "rpm" -> Rpm.make(image, work, release);
                default -> jpackage(type, List.of("--app-image", image.toString()));
            });
        }
        if (made.isEmpty()) {
            throw new IllegalStateException(target.whatIsMissing());
        }
        return made;
    }

    /** The file or folder that jpackage has made, the only one in a folder named as its type. */
    private Path jpackage(String type, List<String> more) throws IOException {
        var folder = Tree.makeAnew(work.resolve(type));
        var arguments = new ArrayList<>(List.of("--type", type, "--dest", folder.toString()));
        arguments.addAll(List.of("--app-version", release.version()));
        arguments.addAll(List.of("@packaging/common.txt", "@packaging/" + target.folder() + "/options.txt"));
        if (!"app-image".equals(type)) {
            arguments.add("@packaging/" + target.folder() + "/installer.txt");
        }
        arguments.addAll(more);
        Jdk.run("jpackage", arguments);
        try (var made = Files.list(folder)) {
            return made.findFirst().orElseThrow();
        }
    }

    private static void setTimes(Path image, FileTime time) throws IOException {
        for (var file : Tree.files(image)) {
            Files.setLastModifiedTime(file, time);
        }
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
