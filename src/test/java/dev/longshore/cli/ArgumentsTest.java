package dev.longshore.cli;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.support.PseudoLocale;
import dev.longshore.support.UuidText;
import dev.longshore.text.Texts;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private static final Arguments.Storage USUAL = new Arguments.Storage(Optional.empty(), Optional.empty());

    private static final Map<String, String> WITH_TOKEN = Map.of("ASTRA_DB_APPLICATION_TOKEN", "AstraCS:one:1f");

    /** What stands in a command line in every language. */
    private static final List<String> OPTIONS = List.of(
            "longshore://migration/DBID/MIGRATIONID", "DBID/MIGRATIONID", "--demo", "--data-dir", "--connect",
            "--watch", "watch", "list", "--journal", "JDBC-URL", "--token-file", "--routes", "FILE", "TOML",
            "--listen", "--listen-token", "[ADDRESS:]PORT", "ADDRESS", "/metrics", "/healthz", "HTTP", "systemd",
            "Ctrl-C", "token", "--format", "table|json|csv", "FORMAT",
            "--simulator", "--speed", "--version", "--help", "longshore", "DIR", "URL", "PORT", "LINK",
            "ASTRA_DB_APPLICATION_TOKEN", "https://api.astra.datastax.com", "AstraCS");

    @Test
    void opensTheWindowWhenNothingIsSaid() {
        assertThat(parse())
                .isEqualTo(new Arguments.OpenWindow(
                        false, Optional.empty(), Optional.empty(), List.of(), OptionalDouble.empty()));
    }

    @Test
    void showsTheMigrationOfALink() {
        assertThat(window("longshore://migration/db-1/m-1").show()).contains(MigrationRef.parse("db-1/m-1"));
        assertThat(window("--demo", "longshore://migration/db-1/m-1/").show())
                .contains(MigrationRef.parse("db-1/m-1"));
    }

    @Test
    void startsTheDemonstration() {
        assertThat(window("--demo").demo()).isTrue();
    }

    @Test
    void letsTheDemonstrationRunFaster() {
        assertThat(window("--demo", "--speed", "600").demoSpeed()).hasValue(600);
    }

    @Test
    void takesAnotherDataFolder() {
        assertThat(window("--data-dir", "/var/tmp/longshore").dataFolder()).contains(Path.of("/var/tmp/longshore"));
    }

    @Test
    void makesTheDataFolderAbsolute() {
        assertThat(window("--data-dir", "here").dataFolder()).contains(Path.of("here").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.astra.datastax.com, https://api.astra.datastax.com",
        "https://api.astra.datastax.com/, https://api.astra.datastax.com",
        "HTTPS://Example.org:443/astra//, https://example.org/astra",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:65535, http://127.0.0.1:65535",
        "http://127.1.2.3:1, http://127.1.2.3:1",
        "http://[::1]:8080, http://[::1]:8080",
    })
    void takesTheEndpointAsItIsRead(String given, URI expected) {
        assertThat(window("--connect", given).connect().orElseThrow().endpoint()).isEqualTo(expected);
    }

    @Test
    void takesTheTokenFromTheEnvironment() {
        var token = window("--connect", "https://example.org").connect().orElseThrow().token();

        assertThat(token.reveal()).containsExactly("AstraCS:one:1f".toCharArray());
    }

    @Test
    void doesNotShowTheToken() {
        assertThat(parse("--connect", "https://example.org").toString()).doesNotContain("AstraCS");
    }

    @Test
    void keepsTheMigrationsInTheOrderGiven() {
        var watch = window("--connect", "https://example.org", "--watch", UuidText.of("db-1/m-2"),
                "--watch=" + UuidText.of("db-1/m-1")).watch();

        assertThat(watch).containsExactly(MigrationRef.parse(UuidText.of("db-1/m-2")),
                MigrationRef.parse(UuidText.of("db-1/m-1")));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "8080,8080", "65535,65535"})
    void runsTheSimulatorAlone(String given, int port) {
        assertThat(parse("--simulator", given)).isEqualTo(new Arguments.RunSimulator(port, 1));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "600,600", "0.5,0.5"})
    void runsTheSimulatorFaster(String given, double speed) {
        assertThat(parse("--simulator", "0", "--speed", given)).isEqualTo(new Arguments.RunSimulator(0, speed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--demo --version"})
    void showsTheVersion(String line) {
        assertThat(parse(line.split(" "))).isEqualTo(new Arguments.ShowVersion());
    }

    @Test
    void namesEveryOptionInTheHelp() {
        assertThat(parse("--help")).isEqualTo(new Arguments.ShowHelp());
        assertThat(Arguments.help(new Texts(Locale.ENGLISH)))
                .startsWith("A desktop console for Astra DB Sideloader migrations.\n\nUsage: longshore [--demo")
                .contains(
                        "--demo", "--data-dir=DIR", "--connect=URL", "--watch=DBID/MIGRATIONID", "--simulator=PORT",
                        "--speed=N", "--version", "Print this help.");
    }

    @ParameterizedTest
    @EnumSource(Arguments.HelpedCommand.class)
    void helpsInTheLanguageOfTheTerminal(Arguments.HelpedCommand command) {
        var help = Arguments.help(command, PseudoLocale.texts()).replaceAll("\\s+", " ");

        assertThat(PseudoLocale.plainWords(help, OPTIONS)).as(help).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrongInTheLanguageOfTheTerminal(List<String> row) {
        var arguments = row.subList(1, row.size());
        var data = Stream.concat(OPTIONS.stream(), arguments.stream().filter(each -> !each.isBlank())).toList();

        assertThat(Arguments.parse(arguments, WITH_TOKEN, OkHttpConnector::readEndpoint))
                .isInstanceOfSatisfying(Arguments.InvalidArguments.class, invalid -> {
                    var sentence = PseudoLocale.facts(InstantSource.system(), ZoneOffset.UTC).of(invalid.why());
                    assertThat(PseudoLocale.plainWords(sentence, data)).as(sentence).isEmpty();
                });
    }

    @Test
    void helpsRatherThanComplainsAboutWhatDoesNotGoTogether() {
        assertThat(parse("--help", "--speed", "none")).isInstanceOf(Arguments.ShowHelp.class);
    }

    @Test
    void usesTheJournalOfATeam() {
        var address = "jdbc:postgresql://h:5433/d?sslmode=verify-full";
        var storage = new Arguments.Storage(Optional.empty(), Optional.of(new JournalAddress(address)));
        assertThat(window("--journal", address).storage()).isEqualTo(storage);
        assertThat(((Arguments.RunWatch) parse("watch", "--journal", address)).storage()).isEqualTo(storage);
        assertThat(((Arguments.ListMigrations) parse("list", "--journal", address)).storage()).isEqualTo(storage);
        assertThat(new JournalAddress(address).place()).isEqualTo("postgresql://h:5433/d");
    }

    @Test
    void watchesWithoutAWindow() {
        assertThat(parse("watch")).isEqualTo(new Arguments.RunWatch(
                USUAL, Optional.empty(), List.of(),
                new Arguments.WatchFiles(Optional.empty(), Optional.empty(), false), Optional.empty()));
        assertThat(parse("watch", "--connect", "https://a.org", "--watch", UuidText.of("db-1/m-1"), "--token-file",
                "/t", "--routes", "/r.toml", "--listen", "[::1]:9464", "--data-dir", "/d"))
                .isEqualTo(new Arguments.RunWatch(
                        new Arguments.Storage(Optional.of(Path.of("/d")), Optional.empty()),
                        Optional.of(URI.create("https://a.org")),
                        List.of(MigrationRef.parse(UuidText.of("db-1/m-1"))),
                        new Arguments.WatchFiles(Optional.of(Path.of("/t")), Optional.of(Path.of("/r.toml")), false),
                        Optional.of(new Arguments.ListenAddress(
                                InetAddress.ofLiteral("::1"), 9464, Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource({"9464,127.0.0.1", "localhost:9464,127.0.0.1", "127.0.0.9:9464,127.0.0.9"})
    void listensOnALoopbackAddressUnlessToldOtherwise(String given, String address) {
        assertThat(((Arguments.RunWatch) parse("watch", "--listen", given)).listen()).contains(
                new Arguments.ListenAddress(InetAddress.ofLiteral(address), 9464, Optional.empty()));
    }

    @Test
    void listensElsewhereWithATokenOnly() {
        assertThat(((Arguments.RunWatch) parse("watch", "--listen", "0.0.0.0:1", "--listen-token", "/t")).listen())
                .contains(new Arguments.ListenAddress(InetAddress.ofLiteral("0.0.0.0"), 1, Optional.of(Path.of("/t"))));
    }

    @ParameterizedTest
    @CsvSource({"table,TABLE", "JSON,JSON", "csv,CSV"})
    void listsInEachForm(String given, Arguments.ListFormat format) {
        assertThat(parse("list", "--format", given)).isEqualTo(new Arguments.ListMigrations(USUAL, format));
        assertThat(parse("list")).isEqualTo(
                new Arguments.ListMigrations(USUAL, Arguments.ListFormat.TABLE));
    }

    @Test
    void helpsWithEachCommand() {
        assertThat(parse("watch", "--help")).isEqualTo(new Arguments.ShowHelp(Arguments.HelpedCommand.WATCH));
        assertThat(parse("list", "--help")).isEqualTo(new Arguments.ShowHelp(Arguments.HelpedCommand.LIST));
        assertThat(Arguments.help(Arguments.HelpedCommand.WATCH, new Texts(Locale.ENGLISH)))
                .contains("--listen-token=FILE", "until it is stopped").doesNotContain("tokens-on-input");
    }

    static Stream<List<String>> wrong() {
        return Stream.of(
                List.of("There is no option --frobnicate", "--frobnicate"),
                List.of("There is no option --token;", "--token=AstraCS:one:1f"),
                List.of("There is no option -d", "-d"),
                List.of("must be a link", "AstraCS:one:1f"),
                List.of("must be a link", "longshore://migration/db-1"),
                List.of("one argument too many", "longshore://migration/db-1/m-1", "AstraCS:one:1f"),
                List.of("must be a link", "@/etc/hostname"),
                List.of("one argument too many", "--version", "foo"),
                List.of("one argument too many", "foo", "--version"),
                List.of("one argument too many", "--help", "foo"),
                List.of("one argument too many", "foo", "--help"),
                List.of("one argument too many", "watch", "--help", "foo"),
                List.of("one argument too many", "list", "--help", "foo"),
                List.of("There is no option --frobnicate", "--help", "--frobnicate"),
                List.of("There is no option --frobnicate", "watch", "--frobnicate", "--help"),
                List.of("There is no option --frobnicate", "--version", "--frobnicate"),
                List.of("--connect needs a value", "--connect"),
                List.of("--connect needs a value", "--connect", "--demo"),
                List.of("--connect can be given only once", "--connect", "https://a.org", "--connect", "https://b.org"),
                List.of("--data-dir can be given only once", "--data-dir", "a", "--data-dir", "b"),
                List.of("Not a URL", "--connect", ""),
                List.of("Not a URL", "--connect", "api.astra.datastax.com"),
                List.of("Not a URL", "--connect", "ftp://example.org"),
                List.of("Not a URL", "--connect", "https://"),
                List.of("Not a URL", "--connect", "https:///v2"),
                List.of("Not a URL", "--connect", "https://exa mple.org"),
                List.of("Not a URL", "--connect", "https://example.org:65536"),
                List.of("Not a URL", "--connect", "https://example.org:0"),
                List.of("must not contain a user name or password", "--connect", "https://AstraCS:one:1f@example.org"),
                List.of("must end with its path", "--connect", "https://example.org?token=AstraCS:one:1f"),
                List.of("must end with its path", "--connect", "https://example.org#AstraCS:one:1f"),
                List.of("must begin with https://", "--connect", "http://example.org"),
                List.of("must begin with https://", "--connect", "http://localhost.example.org"),
                List.of("must begin with https://", "--connect", "http://127.0.0.1.example.org"),
                List.of("must begin with https://", "--connect", "http://128.0.0.1"),
                List.of("read as api.example.org.evil.example", "--connect", "https://api.example.org%2eevil.example"),
                List.of("read as api.example.org.evil.example", "--connect",
                        "https://api.example.org\uff0eevil.example"),
                List.of("--watch needs --connect", "--watch", "db-1/m-1"),
                List.of("--watch needs --connect", "--demo", "--watch", "db-1/m-1"),
                List.of("does not name a migration", "--connect", "https://example.org", "--watch", "db-1"),
                List.of("does not name a migration", "--connect", "https://example.org", "--watch", "db-1/m-1/x"),
                List.of("does not name a migration", "--connect", "https://example.org", "--watch", "db-1/"),
                List.of("does not name a migration", "--connect", "https://example.org", "--watch", "../m-1"),
                List.of("does not name a migration", "--connect", "https://example.org", "--watch", "and/or"),
                List.of("does not name a migration", "--connect", "https://example.org", "--watch",
                        UuidText.of("db-1") + "/initialize"),
                List.of("--simulator needs a port from 0 to 65535", "--simulator", "65536"),
                List.of("--simulator needs a port from 0 to 65535", "--simulator", "http"),
                List.of("--simulator needs a port from 0 to 65535", "--simulator=-1"),
                List.of("--simulator needs a value", "--simulator"),
                List.of("--speed needs a number above 0", "--simulator", "0", "--speed", "0"),
                List.of("--speed needs a number above 0", "--simulator", "0", "--speed=-2"),
                List.of("--speed needs a number above 0", "--simulator", "0", "--speed", "fast"),
                List.of("--speed needs a number above 0", "--simulator", "0", "--speed", "NaN"),
                List.of("--speed needs a number above 0", "--simulator", "0", "--speed", "Infinity"),
                List.of("--speed needs a number above 0", "--demo", "--speed", "0"),
                List.of("--speed is for the simulator", "--speed", "2"),
                List.of("leave out --demo", "--simulator", "0", "--demo"),
                List.of("leave out --connect, --watch", "--simulator", "0", "--connect", "x", "--watch", "y"),
                List.of("leave out --data-dir", "--simulator", "0", "--data-dir", "x"),
                List.of("There is no option --frobnicate", "watch", "--frobnicate"),
                List.of("one argument too many", "watch", "AstraCS:one:1f"),
                List.of("There is no option --token;", "watch", "--token=AstraCS:one:1f"),
                List.of("--watch needs --connect", "watch", "--watch", "db-1/m-1"),
                List.of("does not name a migration", "watch", "--connect", "https://a.org", "--watch", "x"),
                List.of("must begin with https://", "watch", "--connect", "http://example.org"),
                List.of("--listen needs a port", "watch", "--listen", "x"),
                List.of("--listen needs a port", "watch", "--listen", "65536"),
                List.of("--listen needs a port", "watch", "--listen", "example.org:9464"),
                List.of("--listen needs a port", "watch", "--listen", ":9464"),
                List.of("--listen needs a port", "watch", "--listen", "127.0.0.1:"),
                List.of("can be reached by others", "watch", "--listen", "0.0.0.0:9464"),
                List.of("can be reached by others", "watch", "--listen", "[::]:9464"),
                List.of("can be reached by others", "watch", "--listen", "192.168.1.2:9464"),
                List.of("--listen-token needs --listen", "watch", "--listen-token", "file"),
                List.of("--token-file needs a value", "watch", "--token-file", " "),
                List.of("is no path", "watch", "--token-file", "a\0b"),
                List.of("the address of a PostgreSQL database", "watch", "--journal", "jdbc:sqlite:a.db"),
                List.of("the address of a PostgreSQL database", "list", "--journal", "jdbc:postgresql:"),
                List.of("the address of a PostgreSQL database", "--journal", "jdbc:postgresql://h/a b"),
                List.of("the address of a PostgreSQL database", "list", "--journal", "jdbc:postgresql://h:99999/d"),
                List.of("the address of a PostgreSQL database", "list", "--journal", "jdbc:postgresql://h"),
                List.of("Leave the login out", "list", "--journal", "jdbc:postgresql://h/d?user=u&passWord=geheim"),
                List.of("Leave the login out", "watch", "--journal", "jdbc:postgresql://u:geheim@h/d"),
                List.of("Leave the login out", "--journal", "jdbc:postgresql://h/d?%70assword=geheim"),
                List.of("--demo keeps its own journal", "--demo", "--journal", "jdbc:postgresql://h/d"),
                List.of("--format is table, json or csv", "list", "--format", "xml"),
                List.of("There is no option --connect", "list", "--connect", "https://a.org"),
                List.of("must be a link", "--data-dir", "x", "watch"),
                List.of("--data-dir needs the path of a folder", "--data-dir", ""),
                List.of("is no path", "--data-dir", "a\0b"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysInOneSentenceWhatIsWrong(List<String> row) {
        var arguments = row.subList(1, row.size());

        assertThat(Arguments.parse(arguments, WITH_TOKEN, OkHttpConnector::readEndpoint))
                .isInstanceOfSatisfying(Arguments.InvalidArguments.class,
                        invalidArguments -> assertThat(say(invalidArguments.why()))
                                .contains(row.getFirst())
                                .doesNotContain("AstraCS", "\n")
                                .matches(".*(\\.|https://api\\.astra\\.datastax\\.com)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void needsATokenToConnect(String token) {
        var arguments = List.of("--connect", "https://example.org");

        assertThat(
                Arguments.parse(arguments, Map.of("ASTRA_DB_APPLICATION_TOKEN", token), OkHttpConnector::readEndpoint))
                .isEqualTo(new Arguments.InvalidArguments(Fact.of(StartFact.TOKEN_NOT_SET)));
    }

    @Test
    void refusesATokenThatCannotBeSent() {
        var arguments = List.of("--connect", "https://example.org");

        assertThat(Arguments.parse(arguments, Map.of("ASTRA_DB_APPLICATION_TOKEN", "AstraCS:one:1f\n2e"),
                OkHttpConnector::readEndpoint))
                .isInstanceOfSatisfying(Arguments.InvalidArguments.class,
                        invalidArguments -> assertThat(say(invalidArguments.why()))
                                .contains("ASTRA_DB_APPLICATION_TOKEN")
                                .doesNotContain("AstraCS:one"));
    }

    private static Arguments parse(String... arguments) {
        return Arguments.parse(List.of(arguments), WITH_TOKEN, OkHttpConnector::readEndpoint);
    }

    private static Arguments.OpenWindow window(String... arguments) {
        assertThat(parse(arguments)).isInstanceOf(Arguments.OpenWindow.class);
        return (Arguments.OpenWindow) parse(arguments);
    }
}
