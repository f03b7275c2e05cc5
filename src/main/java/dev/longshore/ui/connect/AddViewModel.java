package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.registerfile.FileText;
import dev.longshore.registerfile.RegisterFile.Entry;
import dev.longshore.ui.Ui;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.AddOutcome;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Puts what was pasted on the list; each migration is tried at once and told apart. FX thread only. */
final class AddViewModel {
    private static final int SHOWN_AT_MOST = 5;
    /** More characters than these are not read on the thread of the window. */
    private static final int READ_AT_ONCE = 10_000;

    private final StringProperty pasted = new SimpleStringProperty(this, "pasted", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<@Nullable Connection> connection = new SimpleObjectProperty<>(this, "connection");
    private final ReadOnlyObjectWrapper<PastedMigrations> read = new ReadOnlyObjectWrapper<>(this, "read",
            PastedMigrations.in(""));
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyIntegerWrapper underWay = new ReadOnlyIntegerWrapper(this, "underWay");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final List<Connection> connections;
    private final Ui ui;

    /**
     * What became of one migration.
     *
     * @param ref which one
     * @param sentence in words
     * @param token what colour goes with it
     */
    record Line(MigrationRef ref, String sentence, Token token) {}

    /** Adds through one of the connections there are, the chosen one first. */
    AddViewModel(Ui ui, Snapshot snapshot, Optional<Connection> chosen) {
        this.ui = ui;
        connections = snapshot.connections().stream().map(WatchedConnection::connection).toList();
        connection.set(chosen.or(() -> connections.stream().findFirst()).orElse(null));
        pasted.subscribe(this::read);
    }

    List<Connection> connections() {
        return connections;
    }

    StringProperty pastedProperty() {
        return pasted;
    }

    /** The person's own name; used where one migration is added. */
    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<@Nullable Connection> connectionProperty() {
        return connection;
    }

    ReadOnlyObjectProperty<PastedMigrations> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** What was found in the text or the file, in words; empty while there is neither. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** How many are still being asked about. */
    ReadOnlyIntegerProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    ObservableList<Line> lines() {
        return lines;
    }

    private void read(String text) {
        if (text.length() <= READ_AT_ONCE) {
            take(PastedMigrations.in(text), "");
            return;
        }
        take(PastedMigrations.in(""), "");
        note.set(ui.texts().get("connect.add.reading"));
        Thread.startVirtualThread(() -> {
            var found = PastedMigrations.in(text);
            ui.thread().run(() -> {
                if (pasted.get().equals(text)) {
                    take(found, "");
                }
            });
        });
    }

    /** Reads a file in the place of what was pasted, without waiting for the disk. */
    void readFile(Path file) {
        Thread.startVirtualThread(() -> {
            try {
                var found = PastedMigrations.in(FileText.read(file));
                ui.thread().run(() -> takeInstead(found, file.getFileName() + ": "));
            } catch (IOException e) {
                var sentence = ui.texts().get("connect.add.file.unreadable", file.getFileName(), ui.sentence(e));
                ui.thread().run(() -> note.set(sentence));
            }
        });
    }

    private void takeInstead(PastedMigrations found, String source) {
        pasted.set("");
        take(found, source);
    }

    private void take(PastedMigrations found, String source) {
        read.set(found);
        var isNothing = source.isEmpty() && pasted.get().isBlank();
        note.set(isNothing ? "" : source + ui.texts().get("connect.add.read", found.found().size()) + strange(found));
    }

    private String strange(PastedMigrations found) {
        var strange = found.notUnderstood();
        var shown = strange.stream().limit(SHOWN_AT_MOST).collect(Collectors.joining(" · "));
        return strange.isEmpty()
                ? ""
                : " " + ui.texts().get("connect.add.strange", shown, Math.max(0, strange.size() - SHOWN_AT_MOST));
    }

    /** Adds all that was understood. */
    void add() {
        var through = connection.get();
        var entries = read.get().found();
        if (through == null || entries.isEmpty() || underWay.get() > 0) {
            return;
        }
        var asking = ui.texts().get("connect.add.asking");
        lines.setAll(entries.stream().map(each -> new Line(each.ref(), asking, Token.RUNNING)).toList());
        underWay.set(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            add(through, entries.get(i), i);
        }
    }

    private void add(Connection through, Entry entry, int at) {
        var key = new MigrationKey(through.id(), entry.ref());
        var _ = ui.watch().add(key, ownName(entry), entry.tags())
                .whenComplete((outcome, failure) -> ui.thread().run(() -> {
                    underWay.set(underWay.get() - 1);
                    lines.set(at, line(entry.ref(), outcome, failure));
                }));
    }

    /** What the person typed for a single one, or the name it came with. */
    private String ownName(Entry entry) {
        var typed = read.get().found().size() == 1 ? name.get().strip() : "";
        return typed.isEmpty() ? entry.name() : typed;
    }

    private Line line(MigrationRef ref, @Nullable AddOutcome outcome, @Nullable Throwable failure) {
        return switch (outcome) {
            case null -> new Line(ref, ui.sentence(failure), Token.DANGER);
            case AddOutcome.Added added -> new Line(ref, added.sentence(), Token.GOOD);
            case AddOutcome.AddedUnseen unseen -> new Line(ref, unseen.sentence(), Token.RISK);
            case AddOutcome.AlreadyThere _ -> new Line(ref, ui.texts().get("connect.add.there"), Token.NEUTRAL);
            case AddOutcome.NotAdded not -> new Line(ref, not.sentence(), Token.DANGER);
        };
    }
}
