package dev.longshore.ui.uploads;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.context.Preferences;
import dev.longshore.upload.SnapshotSource;
import java.util.List;
import java.util.stream.Stream;

/** What the user typed about the upload of each migration, found again at the next start. Never a secret. */
final class UploadForms {
    private static final int LONGEST = 20_000;
    private static final List<String> FIELDS = List.of("nodes", "snapshot", "data", "tables");

    private final Preferences preferences;

    UploadForms(Preferences preferences) {
        this.preferences = preferences;
    }

    /**
     * What is uploaded, as typed.
     *
     * @param nodes the list of nodes
     * @param snapshot the snapshot's name
     * @param data the data directory
     * @param tables keyspaces and tables
     */
    record UploadForm(String nodes, String snapshot, String data, String tables) {
        SnapshotSource source() {
            return SnapshotSource.of(snapshot, data, tables);
        }
    }

    /**
     * What was typed for a migration; before anything was, what was typed for the attempt in whose place it was made.
     *
     * @param earlierAttempts the newest first
     */
    UploadForm find(MigrationKey key, List<MigrationKey> earlierAttempts) {
        return Stream.concat(Stream.of(key), earlierAttempts.stream()).filter(this::isKept).findFirst()
                .map(this::find).orElseGet(() -> find(key));
    }

    private boolean isKept(MigrationKey key) {
        return FIELDS.stream().anyMatch(each -> preferences.find(name(each, key)).isPresent());
    }

    private UploadForm find(MigrationKey key) {
        return new UploadForm(find("nodes", key), find("snapshot", key), find("data", key), find("tables", key));
    }

    void save(MigrationKey key, UploadForm form) {
        save("nodes", key, form.nodes());
        save("snapshot", key, form.snapshot());
        save("data", key, form.data());
        save("tables", key, form.tables());
    }

    private String find(String field, MigrationKey key) {
        return preferences.find(name(field, key)).filter(each -> each.length() <= LONGEST).orElse("");
    }

    private void save(String field, MigrationKey key, String value) {
        if (!value.equals(find(field, key)) && value.length() <= LONGEST) {
            preferences.save(name(field, key), value);
        }
    }

    private static String name(String field, MigrationKey key) {
        return "uploads." + field + "." + key.connection().value() + "." + key.ref().migration().value();
    }
}
