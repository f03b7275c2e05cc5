package dev.longshore.notify;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert.Severity;
import dev.longshore.notify.Route.RouteFilter;
import dev.longshore.notify.RouteTarget.MailServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTomlTest {
    private static final String EVERY_KIND = """
            # Who is told what.

            [[route]]
            name = "screen"
            kind = "desktop"

            # The pager of the team.
            [[route]]
            name = "ops"
            kind = "webhook"                      # desktop, webhook, slack, teams, pagerduty, mail, command
            url = "env:LONGSHORE_HOOK"            # or the address itself
            token = "file:hook-token"
            classes = ["act-now", "soon", "good-news", "log"]
            connections = ["prod", "staging"]
            quiet-hours = "22:00-07:00"
            act-now-in-quiet-hours = false
            repeat = "1 h 60 min"

            [[route]]
            name = "channel"
            kind = "slack"
            url = "https://hooks.slack.com/services/T/B/x"

            [[route]]
            name = "cards"
            kind = "teams"
            url = "env:TEAMS"

            [[route]]
            name = "duty"
            kind = "pagerduty"
            routing-key = "env:PD_KEY"

            [[route]]
            name = "post"
            kind = "mail"
            host = "smtp.example.com"
            user = "longshore"
            password = "env:SMTP_PASSWORD"
            from = "longshore@example.com"
            to = ["dba@example.com", "lead@example.com"]

            [[route]]
            name = "own"
            kind = "command"
            command = ["/usr/local/bin/page", "--urgent"]
            time-limit = "10s"

            [ping]
            url = "https://hc-ping.com/abc"
            interval = "10m"
            """;

    @TempDir private Path folder;

    private static RoutesContent read(String toml) {
        return new RoutesToml("routes.toml", toml).read();
    }

    private static List<String> faults(String toml) {
        return read(toml).faults().stream().map(each -> say(each)).toList();
    }

    private static String route(String... lines) {
        return "[[route]]\nname = \"ops\"\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void readsEveryKind() {
        var content = read(EVERY_KIND);

        assertThat(content.faults()).isEmpty();
        assertThat(content.routes()).extracting(each -> each.target().kind()).containsExactly(RouteKind.values());
        var ops = content.routes().get(1);
        assertThat(ops.target()).isEqualTo(new RouteTarget.WebhookTarget(
                new SecretReference("env:LONGSHORE_HOOK"), Optional.of(new SecretReference("file:hook-token"))));
        assertThat(ops.filter()).isEqualTo(new RouteFilter(
                Set.of(Severity.values()), List.of("prod", "staging"), QuietHours.parse("22:00-07:00", false),
                Duration.ofHours(2)));
        assertThat(content.routes().getFirst().filter()).isEqualTo(RouteFilter.usual(RouteKind.DESKTOP));
        assertThat(content.routes().get(5).target()).isEqualTo(new RouteTarget.MailTarget(
                new MailServer("smtp.example.com", 587, MailServer.Encryption.STARTTLS, Optional.of("longshore"),
                        Optional.of(new SecretReference("env:SMTP_PASSWORD"))),
                "longshore@example.com", List.of("dba@example.com", "lead@example.com")));
        assertThat(content.ping()).contains(
                new RoutesContent.PingTarget(new SecretReference("https://hc-ping.com/abc"), Duration.ofMinutes(10)));
    }

    @Test
    void anEmptyFileHasNoRoutes() {
        assertThat(read("")).isEqualTo(RoutesContent.EMPTY);
        assertThat(read("# nothing yet\n")).isEqualTo(RoutesContent.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    kind = "pager"                                                   | Line 3, route “ops”: “pager” is not a kind
                    kind = "webhook"                                                 | Line 1, route “ops”: “url” is missing.
                    kind = "webhook"\\nurl = 7                                       | Line 4, route “ops”: “url” has a value of the wrong type.
                    kind = "webhook"\\nurl = "ftp://x.example.com"                   | Line 4, route “ops”: “url” must begin with https
                    kind = "webhook"\\nurl = "http://hooks.example.com/"             | Line 4, route “ops”: “url” must begin with https
                    kind = "webhook"\\nurl = "https://me:pw@hooks.example.com/"      | Line 4, route “ops”: “url” is not a web address
                    kind = "webhook"\\nurl = "env:A"\\ntoken = "s3cret"              | Line 5, route “ops”: “token” is a secret and must not stand here
                    kind = "pagerduty"\\nrouting-key = "s3cret"                      | Line 4, route “ops”: “routing-key” is a secret
                    kind = "desktop"\\nclasses = ["urgent"]                          | Line 4, route “ops”: “urgent” is not a class
                    kind = "desktop"\\nquiet-hours = "night"                         | Line 4, route “ops”: “night” is not a period of the day
                    kind = "desktop"\\nquiet-hours = "22:00-25:00"                   | Line 4, route “ops”: “22:00-25:00” is not a period
                    kind = "desktop"\\nrepeat = "5"                                  | Line 4, route “ops”: “repeat” cannot be 5
                    kind = "desktop"\\nrepeat = "5s"                                 | Line 4, route “ops”: “repeat” cannot be 5s
                    kind = "command"                                                 | Line 1, route “ops”: “command” is missing.
                    kind = "mail"\\nhost = "h"\\nfrom = "me"\\nto = "a@b"            | Line 5, route “ops”: “from”: me is not a mail address.
                    kind = "mail"\\nhost = "h"\\nfrom = "a@b"\\nto = "a@b"\\nport = 0 | Line 7, route “ops”: “0” is not a port
                    kind = "mail"\\nhost = "h"\\nfrom = "a@b"\\nto = "a@b"\\nencryption = "none" | Line 7, route “ops”: “encryption” must be starttls or tls
                    """)
    void saysWhatIsWrongWithItsLineAndLeavesThatRouteOut(String lines, String fault) {
        var toml = route(lines.replace("\\n", "\n")) + "\n[[route]]\nname = \"other\"\nkind = \"desktop\"\n";

        assertThat(faults(toml)).hasSize(1).first().asString().startsWith(fault).doesNotContain("s3cret");
        assertThat(read(toml).routes()).extracting(Route::name).containsExactly("other");
    }

    @Test
    void anUnknownKeyIsToldAndTheRouteUsed() {
        var toml = "colour = 1\n" + route("kind = \"desktop\"", "sound = true");

        assertThat(faults(toml)).containsExactly(
                "Line 4, route “ops”: “sound” is not a key of this kind of route and is ignored.".replace("4", "5"),
                "Line 1: “colour” is not a key of this kind of route and is ignored.");
        assertThat(read(toml).routes()).hasSize(1);
    }

    @Test
    void twoRoutesOfOneNameAreOne() {
        var toml = route("kind = \"desktop\"") + route("kind = \"desktop\"");

        assertThat(faults(toml)).containsExactly("Line 5, route “ops”: Another route has the same name.");
        assertThat(read(toml).routes()).hasSize(1);
    }

    @Test
    void saysInWhichLineAFileIsNoToml() {
        assertThat(faults("[[route]]\nname = \"ops\"\nkind = \n"))
                .containsExactly("routes.toml is not valid TOML at line 3; the routes read last are used.");
    }

    @Test
    void readsNoMoreRoutesThanAnyoneNeeds() {
        var toml = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            toml.append("[[route]]\nname = \"r").append(i).append("\"\nkind = \"desktop\"\n");
        }
        assertThat(read(toml.toString()).routes()).hasSize(50);
        assertThat(faults(toml.toString())).containsExactly(
                "routes.toml has more than 50 routes; the rest is not used.");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var routes = read(EVERY_KIND).routes();

        assertThat(read(new RoutesToml("f", "").with(routes)).routes()).isEqualTo(routes);
        assertThat(new RoutesToml("f", EVERY_KIND).with(routes)).contains(
                "# The pager of the team.", "# or the address itself", "[ping]", "# Who is told what.");
    }

    @Test
    void writesOnlyWhatHasChanged() {
        var routes = new ArrayList<>(read(EVERY_KIND).routes());
        routes.remove(2);
        routes.set(0, new Route("my \"screen\" \\ #1", new RouteTarget.DesktopTarget(),
                new RouteFilter(Set.of(Severity.ACT_NOW), List.of(), Optional.empty(), Duration.ZERO)));

        var written = new RoutesToml("f", EVERY_KIND).with(routes);

        assertThat(read(written).routes()).isEqualTo(routes);
        assertThat(read(written).ping()).isPresent();
        assertThat(written).contains("# The pager of the team.", "repeat = \"never\"").doesNotContain("slack.com");
    }

    @Test
    void aFileInAnotherFormIsWrittenAnew() {
        var toml = "route = [{name = \"a\", kind = \"desktop\"}]\nping = {url = \"https://hc-ping.com/abc\"}\n";
        var routes = new ArrayList<>(read(toml).routes());
        routes.add(new Route("b", new RouteTarget.DesktopTarget(), RouteFilter.usual(RouteKind.DESKTOP)));

        var written = read(new RoutesToml("f", toml).with(routes));

        assertThat(written.routes()).isEqualTo(routes);
        assertThat(written.ping()).isPresent();
    }

    @Test
    void theFileIsReadableByItsOwnerOnlyAndNotWrittenOverWhileItHasAFault() throws IOException {
        var path = folder.resolve("routes.toml");
        var file = new RoutesFile(path);
        var routes = read(EVERY_KIND).routes();

        assertThat(file.write(routes)).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(new RoutesFile(path).read().routes()).isEqualTo(routes);

        Files.writeString(path, Files.readString(path) + "[[route]]\nkind = 4\n");
        assertThat(file.write(List.of()).map(each -> say(each)).orElse(""))
                .contains("has errors and is not overwritten");
        assertThat(Files.readString(path)).contains("smtp.example.com");
    }

    @Test
    void aFileThatIsNotUtf8IsReadButNotWrittenOver() throws IOException {
        var path = folder.resolve("routes.toml");
        var text = "# Night shift\n# für Müller\n" + EVERY_KIND;
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(path, bytes);
        var file = new RoutesFile(path);

        assertThat(file.read().routes()).hasSize(7);
        assertThat(file.read().faults()).singleElement().satisfies(
                each -> assertThat(say(each)).contains("not UTF-8 at line 2 and is not overwritten"));
        assertThat(file.write(List.of())).isPresent();
        assertThat(Files.readAllBytes(path)).isEqualTo(bytes);

        Files.writeString(path, text);
        assertThat(file.write(file.read().routes())).isEmpty();
        assertThat(Files.readString(path)).contains("# für Müller");
    }

    @Test
    void aFileThatIsBrokenWhileItIsEditedLeavesTheRoutesThatWorked() throws IOException {
        var path = folder.resolve("routes.toml");
        Files.writeString(path, EVERY_KIND);
        var file = new RoutesFile(path);
        file.read();

        Files.writeString(path, "[[route]\n");

        assertThat(file.read().routes()).hasSize(7);
        assertThat(file.read().faults()).hasSize(1);
        Files.writeString(path, "#".repeat(300_000));
        assertThat(say(file.read().faults().getFirst())).contains("larger than 256 KB");
        assertThat(file.read().routes()).hasSize(7);
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(read(EVERY_KIND).routes().toString()).contains("env:PD_KEY").doesNotContain("hooks.slack.com");
    }
}
