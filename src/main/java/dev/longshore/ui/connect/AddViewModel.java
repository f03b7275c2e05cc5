package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.ui.Ui;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.AddOutcome;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Puts what was pasted on the list; each migration is tried at once and told apart. FX thread only. */
final class AddViewModel {
    private static final long MOST_BYTES = 8L << 20;

    private final StringProperty pasted = new SimpleStringProperty(this, "pasted", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<@Nullable Connection> connection = new SimpleObjectProperty<>(this, "connection");
    private final ReadOnlyObjectWrapper<PastedMigrations> read = new ReadOnlyObjectWrapper<>(this, "read",
            PastedMigrations.in(""));
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
        pasted.subscribe(text -> read.set(PastedMigrations.in(text)));
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

    /** How many are still being asked about. */
    ReadOnlyIntegerProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /** Adds all that was understood. */
    void add() {
        var through = connection.get();
        var refs = read.get().found();
        if (through == null || refs.isEmpty() || underWay.get() > 0) {
            return;
        }
        lines.setAll(
                refs.stream().map(ref -> new Line(ref, ui.texts().get("connect.add.asking"), Token.RUNNING)).toList());
        underWay.set(refs.size());
        refs.forEach(ref -> add(new MigrationKey(through.id(), ref), ownName(ref)));
    }

    /** What the person typed for a single one, or the name it came with. */
    private String ownName(MigrationRef ref) {
        var typed = read.get().found().size() == 1 ? name.get().strip() : "";
        return typed.isEmpty() ? read.get().names().getOrDefault(ref, "") : typed;
    }

    /** Takes over the text of a file, as if it had been pasted; read without waiting for the disk. */
    void readFile(Path file) {
        Thread.startVirtualThread(() -> {
            var text = text(file);
            ui.thread().run(() -> pasted.set(text));
        });
    }

    private String text(Path file) {
        try {
            return Files.size(file) > MOST_BYTES
                    ? ui.texts().get("connect.add.file.large", file.getFileName())
                    : Files.readString(file);
        } catch (IOException _) {
            return ui.texts().get("connect.add.file.unreadable", file.getFileName());
        }
    }

    private void add(MigrationKey key, String own) {
        var _ = ui.watch().add(key, own).whenComplete(
                (outcome, failure) -> ui.thread().run(() -> answered(key, outcome, failure)));
    }

    private void answered(MigrationKey key, @Nullable AddOutcome outcome, @Nullable Throwable failure) {
        underWay.set(underWay.get() - 1);
        lines.replaceAll(line -> line.ref().equals(key.ref()) ? line(key.ref(), outcome, failure) : line);
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
