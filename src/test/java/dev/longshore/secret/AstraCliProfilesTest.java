package dev.longshore.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FileFact;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.WritesSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WritesSecrets("a configuration of the Astra CLI holds tokens, and is not ours")
class AstraCliProfilesTest {

    private static final String ONE = "[default]\nASTRA_DB_APPLICATION_TOKEN=AstraCS:one:1f\n";
    private static final String TWO = "[two]\nASTRA_DB_APPLICATION_TOKEN=AstraCS:two:1f\n";
    private static final String THREE = "[three]\nASTRA_DB_APPLICATION_TOKEN=AstraCS:three:1f\n";

    @TempDir Path home;

    @Test
    void findsNothingWhereThereIsNoAstraCli() {
        assertThat(read()).isEqualTo(new AstraCliProfiles.FoundProfiles(Optional.empty(), List.of(), List.of()));
    }

    @Test
    void readsTheFileInTheHomeFolder() throws IOException {
        var file = Files.writeString(home.resolve(".astrarc"), ONE);

        assertThat(read().file()).contains(file);
        assertThat(names(read())).containsExactly("default");
    }

    @Test
    void prefersTheConfigurationFolder() throws IOException {
        Files.writeString(home.resolve(".astrarc"), ONE);
        Files.createDirectories(home.resolve("config/astra"));
        Files.writeString(home.resolve("config/astra/.astrarc"), TWO);

        assertThat(names(read("XDG_CONFIG_HOME", home.resolve("config")))).containsExactly("two");
    }

    @Test
    void prefersTheFileThatIsNamed() throws IOException {
        Files.createDirectories(home.resolve("config/astra"));
        Files.writeString(home.resolve("config/astra/.astrarc"), TWO);
        var named = Files.writeString(home.resolve("named"), THREE);
        var environment = Map.of("ASTRARC", named.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString());

        assertThat(names(new AstraCliProfiles(environment, home).read())).containsExactly("three");
    }

    @Test
    void saysThatTheFileThatIsNamedIsNotThere() throws IOException {
        Files.writeString(home.resolve(".astrarc"), ONE);

        assertThat(read("ASTRARC", home.resolve("not there"))).isEqualTo(new AstraCliProfiles.FoundProfiles(
                Optional.of(home.resolve("not there")), List.of(),
                List.of(Fact.of(FileFact.PROFILES_MISSING, home.resolve("not there").toString()))));
    }

    @Test
    void goesOnToTheNextPlaceWhenNoFileIsNamed() throws IOException {
        Files.writeString(home.resolve(".astrarc"), ONE);

        assertThat(names(read("XDG_CONFIG_HOME", home.resolve("not there")))).containsExactly("default");
        assertThat(read("XDG_CONFIG_HOME", home.resolve("not there")).notices()).isEmpty();
    }

    @Test
    void saysWhichFileIsNotRead() throws IOException {
        Files.writeString(home.resolve(".astrarc"), ONE);
        Files.createDirectories(home.resolve("config/astra"));
        Files.writeString(home.resolve("config/astra/.astrarc"), TWO);

        assertThat(read("XDG_CONFIG_HOME", home.resolve("config")).notices())
                .containsExactly(Fact.of(FileFact.OTHER_PROFILES, home.resolve(".astrarc").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aFileIsDecodedLikeARegisterFile(String charset) throws IOException {
        for (var mark : List.of("", "\uFEFF")) {
            Files.write(home.resolve(".astrarc"), (mark + ONE + "\n" + TWO).getBytes(Charset.forName(charset)));

            assertThat(names(read())).containsExactly("default", "two");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "m\u00fcnchen", "m-1", "mars", "M", "0", "1", "prod [eu]", "\u682a\u5f0f", "a b"})
    void aNameOfAProfileIsNoColourOfATerminal(String name) throws IOException {
        Files.writeString(home.resolve(".astrarc"), ONE + "\n[" + name + "]\n" + TWO.substring(TWO.indexOf('\n') + 1));

        assertThat(names(read())).containsExactly("default", name);
    }

    @Test
    void aTokenInThePlaceOfANameIsNotShown() throws IOException {
        var token = "AstraCS:" + "ab".repeat(12) + ":" + "0f".repeat(32);
        Files.writeString(home.resolve(".astrarc"), "[" + token + "]\nASTRA_ENV=PROD\n[" + token
                + "]\nASTRA_DB_APPLICATION_TOKEN=" + token);

        assertThat(names(read())).noneMatch(each -> each.contains("AstraCS"));
        assertThat(read().notices()).isNotEmpty().noneMatch(each -> EnglishText.say(each).contains("AstraCS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "ASTRA_DB_APPLICATION_TOKEN=AstraCS:one:1f\n",
        "{\"token\": \"AstraCS:one:1f\"}"})
    void aFileThatGivesNothingIsSaid(String content) throws IOException {
        Files.writeString(home.resolve(".astrarc"), content);

        assertThat(read().profiles()).isEmpty();
        assertThat(read().notices())
                .containsExactly(Fact.of(FileFact.NO_PROFILES, home.resolve(".astrarc").toString()));
    }

    @Test
    void readsSeveralProfilesInTheirOrder() throws IOException {
        Files.writeString(home.resolve(".astrarc"), TWO + "\n" + ONE + "ASTRA_ENV=DEV\n" + THREE);

        assertThat(read().profiles())
                .extracting(AstraCliProfile::name, profile -> new String(profile.token().reveal()))
                .containsExactly(tuple("two", "AstraCS:two:1f"), tuple("default", "AstraCS:one:1f"),
                        tuple("three", "AstraCS:three:1f"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                    https://api.astra.datastax.com",
        "ASTRA_ENV=prod,        https://api.astra.datastax.com",
        "ASTRA_ENV=prod # mine, https://api.astra.datastax.com",
        "ASTRA_ENV=,            https://api.astra.datastax.com",
        "'ASTRA_ENV=LOCAL\nASTRA_LOCAL_ENDPOINT=http://localhost:8181', http://localhost:8181",
        "'ASTRA_LOCAL_ENDPOINT=\"https://astra.local/\"\nASTRA_ENV=local', https://astra.local/",
        "ASTRA_ENV=PROD,        https://api.astra.datastax.com",
        "ASTRA_ENV = dev,       https://api.dev.cloud.datastax.com",
        "'ASTRA_ENV=\"test\"',  https://api.test.cloud.datastax.com",
    })
    void knowsTheEndpointOfTheEnvironment(String line, URI endpoint) throws IOException {
        Files.writeString(home.resolve(".astrarc"), ONE + line);

        assertThat(read().profiles()).extracting(AstraCliProfile::endpoint).containsExactly(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "staging", "LOCAL\nASTRA_LOCAL_ENDPOINT=localhost 8181",
        "local\nASTRA_LOCAL_ENDPOINT="})
    void aProfileWhoseAddressIsNotKnownIsNeverOffered(String environment) throws IOException {
        Files.writeString(home.resolve(".astrarc"), ONE + "ASTRA_ENV=" + environment + "\n" + TWO);

        assertThat(names(read())).containsExactly("two");
        assertThat(read().notices()).containsExactly(
                Fact.of(FileFact.PROFILE_WITHOUT_ENDPOINT, "default", environment.lines().findFirst().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[default]\nASTRA_DB_APPLICATION_TOKEN=AstraCS:one:1f",
        "\uFEFF\n [ default ] \r\n  ASTRA_DB_APPLICATION_TOKEN = AstraCS:one:1f  \r\n",
        "# a comment = with\n[default]\n; another\n\nASTRA_DB_APPLICATION_TOKEN='AstraCS:one:1f'\nnonsense\n=\n",
        "ASTRA_DB_APPLICATION_TOKEN=AstraCS:outside\n[default]\nASTRA_DB_APPLICATION_TOKEN=\"AstraCS:one:1f\"",
        "[default]\nASTRA_DB_APPLICATION_TOKEN=AstraCS:old:1f\nASTRA_DB_APPLICATION_TOKEN=AstraCS:one:1f",
    })
    void readsWhatTheAstraCliReads(String content) throws IOException {
        Files.writeString(home.resolve(".astrarc"), content);

        assertThat(read().profiles())
                .extracting(AstraCliProfile::name, profile -> new String(profile.token().reveal()))
                .containsExactly(tuple("default", "AstraCS:one:1f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[default]",
        "[default]\nASTRA_DB_APPLICATION_TOKEN=",
        "[default]\nASTRA_DB_APPLICATION_TOKEN=\"\"",
        "[default]\nASTRA_DB_APPLICATION_TOKEN=AstraCS:o ne",
        "[default]\nASTRA_DB_APPLICATION_TOKEN=AstraCS:\u00FC",
    })
    void saysWhichProfileHoldsNoToken(String content) throws IOException {
        Files.writeString(home.resolve(".astrarc"), content);

        assertThat(read().profiles()).isEmpty();
        assertThat(read().notices())
                .containsExactly(Fact.of(FileFact.PROFILE_WITHOUT_TOKEN, "default"));
    }

    @Test
    void takesTheGoodProfilesOfAFileWithABadOne() throws IOException {
        Files.writeString(home.resolve(".astrarc"), "[bad]\n" + ONE);

        assertThat(names(read())).containsExactly("default");
        assertThat(read().notices()).hasSize(1);
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectory(home.resolve(".astrarc"));

        assertThat(read().profiles()).isEmpty();
        assertThat(read().notices())
                .containsExactly(Fact.of(FileFact.NO_PROFILES, home.resolve(".astrarc").toString()));
    }

    @Test
    void refusesAFileOfAnotherSize() throws IOException {
        Files.write(home.resolve(".astrarc"), new byte[2_000_000]);

        assertThat(read().notices()).extracting(Fact::kind).containsExactly(FileFact.NO_PROFILES);
    }

    @Test
    void survivesBytesThatAreNoText() throws IOException {
        Files.write(home.resolve(".astrarc"), new byte[]{'[', (byte) 0xff, ']', '\n', 0, '=', (byte) 0xfe});

        assertThat(read().profiles()).isEmpty();
    }

    @Test
    @ExpectedFault("No path of an Astra CLI configuration")
    void survivesAPathThatIsNone() {
        assertThat(new AstraCliProfiles(Map.of("ASTRARC", "a\0b"), home).read().profiles()).isEmpty();
    }

    @Test
    void leavesTheFileAsItIs() throws IOException {
        var file = Files.writeString(home.resolve(".astrarc"), ONE);
        var before = Files.getLastModifiedTime(file);

        read();

        assertThat(file).hasContent(ONE);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }

    @Test
    void showsNoToken() throws IOException {
        Files.writeString(home.resolve(".astrarc"), ONE);

        assertThat(read().toString()).doesNotContain("AstraCS");
    }

    private AstraCliProfiles.FoundProfiles read() {
        return new AstraCliProfiles(Map.of(), home).read();
    }

    private AstraCliProfiles.FoundProfiles read(String variable, Path path) {
        return new AstraCliProfiles(Map.of(variable, path.toString()), home).read();
    }

    private static List<String> names(AstraCliProfiles.FoundProfiles foundProfiles) {
        return foundProfiles.profiles().stream().map(AstraCliProfile::name).toList();
    }
}
