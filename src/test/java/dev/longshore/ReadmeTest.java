package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.cli.Arguments;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.support.DocumentedPicture;
import dev.longshore.support.SourceFiles;
import dev.longshore.support.UuidText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds README, guide and the other documents to what is there. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    /** Where each command of the documents is run: a script or test, and the words that do it there. */
    private static final Map<String, Evidence> RUN = runs();

    private record Evidence(String file, String words) {}

    @Test
    void everyLinkAndPictureIsThere() {
        assertThat(links()).isNotEmpty().allSatisfy((_, target) -> assertThat(target).exists());
    }

    @Test
    void everyAddressOutsideCanBeOne() {
        var addresses = documents().flatMap(ReadmeTest::targets).filter(each -> each.contains("://")).toList();

        assertThat(addresses).isNotEmpty().allSatisfy(each -> assertThat(URI.create(each).getHost()).contains("."));
    }

    @Test
    void everyPictureOfTheDocumentsIsShownAndTakenByTheTests() throws IOException {
        var shown = new TreeSet<String>();
        links().values().stream().filter(each -> each.toString().endsWith(".png"))
                .forEach(each -> shown.add(each.normalize().toString()));
        try (var kept = Files.list(DocumentedPicture.FOLDER)) {
            assertThat(kept.map(Path::toString)).containsExactlyInAnyOrderElementsOf(shown);
        }
        assertThat(shown)
                .allSatisfy(each -> assertThat(each).matches(".*/(960|1280|1600)-[A-Za-z0-9-]+-(light|dark)\\.png"));
    }

    @Test
    void namesTheProfilesThatTheBuildHas() {
        var build = SourceFiles.read(Path.of("pom.xml"));
        var profiles = documents()
                .flatMap(each -> Pattern.compile("\\./mvnw -P(\\w+)").matcher(SourceFiles.read(each)).results())
                .map(found -> found.group(1))
                .toList();

        assertThat(profiles).contains("demo", "run", "package").allSatisfy(profile -> assertThat(build)
                .contains("<id>" + profile + "</id>"));
    }

    @Test
    void everyCommandIsRunBeforeAChangeIsTaken() {
        var commands = documents().flatMap(ReadmeTest::commands).toList();

        assertThat(commands).isNotEmpty().allSatisfy(command -> assertThat(RUN).containsKey(command));
        assertThat(RUN).allSatisfy((command, evidence) -> {
            assertThat(commands).contains(command);
            assertThat(SourceFiles.read(Path.of(evidence.file()))).contains(evidence.words());
        });
    }

    @Test
    void everyCommandOfTheProgramHasArgumentsThatItTakes() {
        var environment = Map.of(Arguments.TOKEN_VARIABLE, "AstraCS:abc:1f");

        assertThat(documents().flatMap(ReadmeTest::commands).filter(each -> each.startsWith("longshore")))
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(Arguments.parse(List.of(withIds(each).split(" ")).stream().skip(1).toList(),
                                environment, OkHttpConnector::readEndpoint))
                                .isNotInstanceOf(Arguments.InvalidArguments.class));
    }

    private static String withIds(String command) {
        return UuidText.of(command.replace("DATABASE-ID/MIGRATION-ID", "db/m-1"));
    }

    private static Map<String, Evidence> runs() {
        var check = "packaging/linux/check-deb";
        var all = new TreeMap<String, Evidence>();
        all.put("git clone ADDRESS-OF-THIS-REPOSITORY longshore", new Evidence(".ci/newcomer", "git clone -q"));
        all.put("cd longshore", new Evidence(".ci/newcomer", "cd \"$work/longshore\""));
        all.put("./mvnw -Pdemo", new Evidence(".ci/newcomer", "./mvnw -q -Pdemo"));
        all.put("./mvnw verify", new Evidence(".ci/run", "./mvnw -B -ntp verify"));
        all.put("sudo apt install ./longshore_*.deb", new Evidence(check, "apt-get install -y"));
        all.put("longshore --demo", new Evidence("packaging/linux/measure-start", "--demo"));
        all.put("export ASTRA_DB_APPLICATION_TOKEN=AstraCS:…", new Evidence(check, "ASTRA_DB_APPLICATION_TOKEN="));
        all.put(
                "longshore --connect https://api.astra.datastax.com --watch DATABASE-ID/MIGRATION-ID",
                new Evidence(check, "longshore --connect"));
        all.put(
                "longshore list --journal jdbc:postgresql://db.example.com/longshore",
                new Evidence(".ci/run", "list --journal jdbc:postgresql://"));
        all.put("longshore --simulator 8080 --speed 60", new Evidence(check, "longshore --simulator 0 --speed 60"));
        all.put(
                "sqlite3 -readonly ~/.local/share/longshore/journal.db"
                        + " \"select at, status, progress from observation order by at desc limit 10\"",
                new Evidence(check, "select at, status, progress from observation order by at desc limit 10"));
        all.put("./mvnw verify -Dtest=ReadmeTest", new Evidence(".ci/run", "verify -Dtest=ReadmeTest"));
        all.put("./mvnw spotless:apply", new Evidence(".ci/run", "spotless:apply"));
        all.put(".ci/run", new Evidence(".ci/run", "set -euo pipefail"));
        all.put(
                "for picture in src/docs/pictures/*.png; do"
                        + " cp \"target/screenshots/${picture##*/}\" \"$picture\"; done",
                new Evidence(
                        ".ci/run",
                        "for picture in src/docs/pictures/*.png; do"
                                + " cp \"target/screenshots/${picture##*/}\" \"$picture\"; done"));
        all.put("./mvnw -Picons", new Evidence(".ci/run", "-Picons"));
        all.put("./mvnw -Prun", new Evidence(".ci/run", "-Prun"));
        all.put("xvfb-run -a ./mvnw -Pdesktop verify", new Evidence(".ci/run", "-Pdesktop verify"));
        all.put("./mvnw -Pkeystore verify", new Evidence(".ci/run", "-Pkeystore verify"));
        all.put("xvfb-run -a ./mvnw -Ppackage verify",
                new Evidence("packaging/steps/ReleaseFolder.java", "\"-Ppackage\", \"verify\""));
        all.putAll(onAServer());
        return all;
    }

    /** Where that is tried there is no systemd: the unit reads the files that the commands make. */
    private static Map<String, Evidence> onAServer() {
        var unit = "packaging/linux/longshore.service";
        return Map.of(
                "sudo install -D -m 600 token.txt /etc/longshore/token &&",
                new Evidence(unit, "LoadCredential=token:/etc/longshore/token"),
                "echo 'LONGSHORE_ARGS=--connect https://api.astra.datastax.com --watch DATABASE-ID/MIGRATION-ID"
                        + " --listen 9464' | sudo tee /etc/longshore/watch.conf",
                new Evidence(unit, "EnvironmentFile=-/etc/longshore/watch.conf"),
                "sudo systemctl enable --now longshore",
                new Evidence(unit, "WantedBy="),
                "ASTRA_DB_APPLICATION_TOKEN=AstraCS:… longshore watch --connect https://api.astra.datastax.com"
                        + " --watch DATABASE-ID/MIGRATION-ID",
                new Evidence("packaging/linux/check-deb", "longshore watch --data-dir"));
    }

    private static Stream<String> commands(Path document) {
        return COMMANDS.matcher(SourceFiles.read(document)).results().flatMap(found -> found.group(1).lines())
                .map(line -> line.replaceFirst("\\s+# .*", "").strip());
    }

    private static Map<String, Path> links() {
        var all = new TreeMap<String, Path>();
        documents().forEach(document -> targets(document)
                .filter(target -> !target.contains("://") && !target.startsWith("#"))
                .map(target -> target.replaceFirst("#.*", ""))
                .forEach(target -> all.put(document + " to " + target, document.resolveSibling(target))));
        return all;
    }

    private static Stream<String> targets(Path document) {
        return LINK.matcher(SourceFiles.read(document)).results().map((MatchResult found) -> found.group(1));
    }

    private static Stream<Path> documents() {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of),
                SourceFiles.below(Path.of("src/docs"), ".md").stream());
    }
}
