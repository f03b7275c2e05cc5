package dev.longshore.ui.migrations;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationRef;
import dev.longshore.registerfile.RegisterField;
import dev.longshore.registerfile.RegisterFile;
import dev.longshore.support.PseudoLocale;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.UuidText;
import dev.longshore.tabletext.TableFormat;
import dev.longshore.ui.context.UiContext;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of the table as they leave it, in Berlin. */
class RowExportTest {
    private static final WatchedMigration ORDERS = TestOrganisation.migration("orders").tags("eu", "night")
            .status("ImportInProgress", Duration.ofHours(2)).observed(Duration.ofSeconds(30))
            .progress("34 % of 2 TB", 34).due(CLEANUP_IDLE, Duration.ofDays(3))
            .problem("The service did not answer.", Duration.ofMinutes(5), 3).build();
    private static final WatchedMigration NEW = TestOrganisation.migration("new").build();

    private final UiContext context = new TestWindow(TestOrganisation.of(ORDERS, NEW)).context(new SameThreadUi());

    @TempDir private Path folder;

    @Test
    void saysOfAMigrationWhatTheTableSays() {
        assertThat(fields(ORDERS)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry(RegisterField.NAME, "orders"),
                Map.entry(RegisterField.DATABASE_ID, "db-prod-eu"),
                Map.entry(RegisterField.MIGRATION_ID, "m-orders"),
                Map.entry(RegisterField.DATABASE, "prod-eu"),
                Map.entry(RegisterField.PLACE, "AWS · eu-central-1"),
                Map.entry(RegisterField.STATUS, "ImportInProgress"),
                Map.entry(RegisterField.SINCE, "2026-11-21T13:30:00+01:00"),
                Map.entry(RegisterField.PROGRESS, "34 % of 2 TB"),
                Map.entry(RegisterField.EXPECTED_CLEANUP, "2026-11-24T15:30:00+01:00"),
                Map.entry(RegisterField.OBSERVED, "2026-11-21T15:29:30+01:00"),
                Map.entry(RegisterField.CONNECTION, "production"),
                Map.entry(RegisterField.TAGS, "eu, night"),
                Map.entry(RegisterField.PROBLEM,
                        "The service did not answer. (since Sat 21 Nov, 15:25 CET, 3 failed calls in a row)"),
                Map.entry(RegisterField.FOLLOWS, "")));
    }

    @Test
    void namesTheMigrationInWhosePlaceOneWasMade() {
        var again = TestOrganisation.migration("orders-2").follows(ORDERS.key()).build();

        assertThat(fields(again)).containsEntry(RegisterField.FOLLOWS, "m-orders");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadByPeopleIsInTheirLanguage(TableFormat format) {
        var window = new TestWindow(TestOrganisation.of(ORDERS, NEW));
        var there = window.context(new SameThreadUi(), PseudoLocale.texts(), ZoneId.of("Europe/Berlin"));

        var table = RowExport.writer(there, List.of(ORDERS, NEW)).asTable(format);

        var columns = Stream.of(RegisterField.values()).map(RegisterField::title).toList();
        var data = Stream.concat(columns.stream(), Stream.of("orders", "new", "eu-central-1", "prod", "night", "CET",
                "ImportInProgress", "production", "The service did not answer.", "AWS", "Sat", "Nov")).toList();
        assertThat(PseudoLocale.plainWords(table, data)).as(table).isEmpty();
    }

    @Test
    void saysOnlyWhoItIsOfAMigrationThatWasNotObservedYet() {
        assertThat(fields(NEW).entrySet()).filteredOn(each -> !each.getValue().isEmpty()).extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(RegisterField.NAME, RegisterField.DATABASE_ID, RegisterField.MIGRATION_ID,
                        RegisterField.DATABASE, RegisterField.PLACE, RegisterField.CONNECTION);
    }

    @Test
    void whatIsCopiedCanBeAdded() {
        var rows = RowExport.writer(context, List.of(ORDERS, NEW));

        assertThat(List.of(rows.asJson(), rows.asTable(TableFormat.CSV), rows.asTable(TableFormat.TAB_SEPARATED),
                rows.asTable(TableFormat.MARKDOWN))).map(RowExportTest::withServiceIds).map(RegisterFile::in)
                .containsOnly(new RegisterFile(
                        List.of(
                                new RegisterFile.RegisterEntry(
                                        MigrationRef.parse(withServiceIds("db-prod-eu/m-orders")), "orders",
                                        List.of("eu", "night")),
                                new RegisterFile.RegisterEntry(
                                        MigrationRef.parse(withServiceIds("db-prod-eu/m-new")), "new", List.of())),
                        List.of()));
    }

    /** The migrations of tests have short IDs; only those of the service's form are read. */
    private static String withServiceIds(String text) {
        return UuidText.of(text.replace("m-orders", "m-1").replace("m-new", "m-2"));
    }

    @Test
    void aTextOfTheServiceIsNoFormula() {
        var hostile = TestOrganisation.migration("x").tags("x;=1+1")
                .status("=HYPERLINK(\"http://evil.example\")", Duration.ZERO)
                .progress("<script>alert(1)</script>").build();
        var rows = RowExport.writer(context, List.of(hostile));

        assertThat(rows.asTable(TableFormat.CSV))
                .contains("\"x;'=1+1\"", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
        assertThat(rows.asTable(TableFormat.TAB_SEPARATED)).contains("\t'=HYPERLINK(");
        assertThat(rows.asTable(TableFormat.MARKDOWN)).contains("\\<script>").doesNotContain(" <script>");
    }

    @Test
    void saysWhereARegisterFileWasSavedOrWhyItWasNot() throws IOException {
        var file = folder.resolve("register.json");

        assertThat(RowExport.write(context, "[]\n", file)).contains("register.json");
        assertThat(Files.readString(file)).isEqualTo("[]\n");
        assertThat(RowExport.write(context, "[]\n", folder.resolve("gone").resolve("register.json")))
                .isNotBlank().doesNotContain(context.texts().get("migrations.save.register.saved", "register.json"));
    }

    private Map<RegisterField, String> fields(WatchedMigration migration) {
        return RowExport.writer(context, List.of(migration)).migrations().getFirst();
    }
}
