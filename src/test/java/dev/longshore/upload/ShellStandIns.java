package dev.longshore.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Secret;
import dev.longshore.model.UploadCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder in which generated commands are run against stand-ins of the tools that they call. */
final class ShellStandIns {
    static final List<String> TOOLS = List.of("aws", "gcloud", "gsutil", "azcopy", "ssh");
    private static final List<String> LOGGED = List.of("sed", "cat", "tr", "base64", "mktemp", "rm");

    final Path folder;
    private final Path bin;
    private final CloudUnderTest cloud;

    /** What a run left. */
    record ShellRun(int status, String output) {}

    /** The clouds, with credentials that are full of what shells act on. */
    enum CloudUnderTest {
        AWS("s3://ds-mig/m-1/sstables/", "ASIA7 se+cr/e't$x se\"ss;ion`x`!"),
        GOOGLE("gs://ds-mig/m-1/sstables/", "{\"key\": \"it's $1; \\\\ !\"}"),
        AZURE("https://a.blob.core.windows.net/c/m-1/", "sv=1&sig=a%2Bb'$x;`x`!");

        final String directory;
        final String secrets;

        CloudUnderTest(String directory, String secrets) {
            this.directory = directory;
            this.secrets = secrets;
        }

        String place() {
            return directory.replaceFirst("[a-z0-9]+://", "");
        }

        UploadTarget target(String renewed) {
            return new UploadTarget(credentials(renewed), directory);
        }

        /** As the service gives them; a renewal is another secret. */
        private UploadCredentials credentials(String renewed) {
            var all = secrets + renewed;
            var words = all.split(" ", -1);
            return switch (this) {
                case AWS -> new UploadCredentials.Aws(words[0], Secret.of(words[1]), Secret.of(words[2]), null, "f");
                case GOOGLE -> new UploadCredentials.Google(Secret.of(
                        Base64.getMimeEncoder().encodeToString(all.getBytes(StandardCharsets.UTF_8))), null, "f");
                case AZURE -> new UploadCredentials.Azure(
                        "https://a.blob.core.windows.net/c", Secret.of("?" + all), null, "f");
            };
        }
    }

    ShellStandIns(Path folder, CloudUnderTest cloud) {
        this.folder = folder;
        this.cloud = cloud;
        bin = folder.resolve("bin");
        create(bin);
        create(folder.resolve("cloud"));
        create(folder.resolve("temp"));
        TOOLS.forEach(each -> writeTool(each, resource(each)));
        LOGGED.forEach(each -> writeTool(each, "#!/bin/sh\nprintf '%s\\n' \"" + each + " $*\" >>\"$CALLS\"\nexec "
                + installed(each).orElseThrow() + " \"$@\"\n"));
        accept("");
    }

    /** The shells of this computer that a user may paste commands into; sh is always one, and may be one of the others. */
    static List<String> shells() {
        var shells = new LinkedHashMap<Path, String>();
        Stream.of("sh", "bash", "dash").forEach(
                name -> installed(name).ifPresent(program -> shells.putIfAbsent(real(program), name)));
        return List.copyOf(shells.values());
    }

    private static Path real(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":")).map(each -> Path.of(each, program))
                .filter(Files::isExecutable).findFirst();
    }

    /** From now on the cloud takes these credentials and no others. */
    void accept(String renewed) {
        write(folder.resolve("valid"), cloud.secrets + renewed + (cloud == CloudUnderTest.GOOGLE ? "" : "\n"));
    }

    /** AWS takes them for so many directories that have not arrived yet. */
    void expireAfter(int directories) {
        write(folder.resolve("left"), directories + "\n");
    }

    /** A file of a snapshot on this node, which is its own name. */
    void addFile(String path) {
        var file = folder.resolve(path);
        create(Objects.requireNonNull(file.getParent()));
        write(file, path);
    }

    ShellRun run(String shell, String commands) throws Exception {
        var builder = new ProcessBuilder(shell, "-s").redirectErrorStream(true).directory(folder.toFile());
        var environment = builder.environment();
        environment.put("PATH", bin + ":" + environment.get("PATH"));
        environment.put("CALLS", folder.resolve("calls").toString());
        environment.put("CONFIGS", folder.resolve("configs").toString());
        environment.put("VALID", folder.resolve("valid").toString());
        environment.put("LEFT", folder.resolve("left").toString());
        environment.put("CLOUD", folder.resolve("cloud").toString());
        environment.put("NODES", folder.resolve("nodes").toString());
        environment.put("DATA", folder.resolve("data").toString());
        environment.put("TMPDIR", folder.resolve("temp").toString());
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write((commands + "\nprintf 'status %s\\n' \"$?\"\n").getBytes(StandardCharsets.UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).as("the shell read everything").contains("status ");
        var end = output.lastIndexOf("status ");
        return new ShellRun(Integer.parseInt(output.substring(end + 7).strip()), output.substring(0, end));
    }

    /** Everything in the cloud, as paths below the migration's directory. */
    List<String> arrived() {
        return files(folder.resolve("cloud").resolve(cloud.place()));
    }

    /** Everything that was called, with its arguments. */
    List<String> calls() {
        return lines("calls");
    }

    /** The folders in which gcloud kept a key. */
    List<String> configs() {
        return lines("configs");
    }

    private List<String> lines(String file) {
        try {
            return Files.exists(folder.resolve(file)) ? Files.readAllLines(folder.resolve(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> files(Path below) {
        if (!Files.exists(below)) {
            return List.of();
        }
        try (var all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).map(each -> below.relativize(each).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeTool(String name, String script) {
        var file = bin.resolve(name);
        write(file, script);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(ShellStandIns.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
