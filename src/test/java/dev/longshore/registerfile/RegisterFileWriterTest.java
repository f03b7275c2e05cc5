package dev.longshore.registerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.registerfile.RegisterFile.RegisterEntry;
import dev.longshore.support.UuidText;
import dev.longshore.tabletext.TableFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is written is read. */
class RegisterFileWriterTest {
    private static final RegisterFileWriter TWO = new RegisterFileWriter(List.of(
            migration("db-a", "m-1", "orders", "eu, night"), migration("db-b", "m-2", "", "")));
    private static final RegisterFile READ = new RegisterFile(
            List.of(
                    new RegisterEntry(MigrationRef.parse(UuidText.of("db-a/m-1")), "orders", List.of("eu", "night")),
                    new RegisterEntry(MigrationRef.parse(UuidText.of("db-b/m-2")), "", List.of())),
            List.of());

    static Stream<String> forms() {
        return Stream.concat(
                Stream.of(TWO.asJson()), Stream.of(TableFormat.values()).map(TWO::asTable));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsRead(String text) {
        assertThat(RegisterFile.in(text)).isEqualTo(READ);
        assertThat(RegisterFile.in("\uFEFF" + text)).isEqualTo(READ);
        assertThat(RegisterFile.in("\n" + text.replace("\n", "\r\n"))).isEqualTo(READ);
    }

    @Test
    void jsonHasTheFieldsThatAreNotEmptyInTheirOrder() {
        var json = JsonMapper.shared().readTree(TWO.asJson());

        assertThat(json.get(0).propertyNames()).containsExactly("name", "databaseId", "migrationId", "status", "tags");
        assertThat(json.get(1).propertyNames()).containsExactly("databaseId", "migrationId", "status");
    }

    @Test
    void aTableHasAllFields() {
        assertThat(TWO.asTable(TableFormat.CSV)).isEqualTo(UuidText.of(
                "name,databaseId,migrationId,database,place,status,since,progress,expectedCleanup,observed,connection,"
                        + "tags,problem,follows\r\n"
                        + "orders,db-a,m-1,,,Paused,,,,,,\"eu, night\",,\r\n"
                        + ",db-b,m-2,,,Paused,,,,,,,,\r\n"));
    }

    @Test
    void aTableOfNothingNamesItsFields() {
        var nothing = new RegisterFileWriter(List.of());

        assertThat(nothing.asTable(TableFormat.MARKDOWN).lines()).hasSize(2);
        assertThat(RegisterFile.in(nothing.asJson())).isEqualTo(new RegisterFile(List.of(), List.of()));
    }

    @Property
    void anyNameIsReadAsItIsShownOnOneLine(@ForAll("names") String name) {
        var writer = new RegisterFileWriter(List.of(migration("db", "m-1", name, "")));
        var shown = name.replaceAll("[\\t\\r\\n]+", " ").strip();

        assertThat(Stream.concat(Stream.of(writer.asJson()), Stream.of(TableFormat.values()).map(writer::asTable)))
                .allSatisfy(text -> assertThat(RegisterFile.in(text).entries()).extracting(RegisterEntry::name)
                        .containsExactly(shown));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("=+-@;\t\r\n,\"'|<\\`*[]{}: aé").ofMaxLength(12);
    }

    private static Map<RegisterField, String> migration(String database, String migration, String name, String tags) {
        return Map.of(
                RegisterField.DATABASE_ID, UuidText.of(database), RegisterField.MIGRATION_ID, UuidText.of(migration),
                RegisterField.NAME, name,
                RegisterField.TAGS, tags, RegisterField.STATUS, "Paused");
    }
}
