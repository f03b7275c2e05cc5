package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.model.FreeText;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.registerfile.RegisterFile;
import dev.longshore.registerfile.RegisterFile.RegisterEntry;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.usertext.TextFileReader;
import dev.longshore.watch.AddOutcome;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
    private final ReadOnlyObjectWrapper<RegisterFile> read = new ReadOnlyObjectWrapper<>(this, "read",
            RegisterFile.in(""));
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyStringWrapper nameMistake = new ReadOnlyStringWrapper(this, "nameMistake", "");
    private final ReadOnlyIntegerWrapper underWay = new ReadOnlyIntegerWrapper(this, "underWay");
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(this, "done");
    private final ObservableList<AddedMigrationRow> rows = FXCollections.observableArrayList();
    private final List<Connection> connections;
    private final UiContext context;
    /** What was filled in for the user to go on with. */
    private String beginning = "";

    /**
     * What became of one migration.
     *
     * @param ref which one
     * @param sentence in words
     * @param colorRole what colour goes with it
     */
    record AddedMigrationRow(MigrationRef ref, String sentence, ColorRole colorRole) {}

    /** Adds through one of the connections there are, the chosen one first. */
    AddViewModel(UiContext context, Snapshot snapshot, Optional<Connection> chosen) {
        this.context = context;
        connections = snapshot.connections().stream().map(WatchedConnection::connection).toList();
        connection.set(chosen.or(() -> connections.stream().findFirst()).orElse(null));
        pasted.subscribe(this::read);
        name.subscribe(() -> nameMistake.set(""));
    }

    /** Fills in all that is known of the migration that an initialize may have made. */
    void expect(Initialization asked) {
        beginning = asked.database().value() + "/";
        pasted.set(beginning);
        name.set(asked.name());
    }

    List<Connection> connections() {
        return connections;
    }

    StringProperty pastedProperty() {
        return pasted;
    }

    /** The user's own name; used where one migration is added. */
    StringProperty nameProperty() {
        return name;
    }

    /** Why the name must not be written down; empty where it may. */
    ReadOnlyStringProperty nameMistakeProperty() {
        return nameMistake.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Connection> connectionProperty() {
        return connection;
    }

    ReadOnlyObjectProperty<RegisterFile> readProperty() {
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

    /** True once all that was understood is on the list, until there is something else to add. */
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    ObservableList<AddedMigrationRow> rows() {
        return rows;
    }

    private void read(String text) {
        if (text.length() <= READ_AT_ONCE) {
            replaceWith(RegisterFile.in(text), "");
            return;
        }
        replaceWith(RegisterFile.in(""), "");
        note.set(context.texts().get("connect.add.reading"));
        Thread.startVirtualThread(() -> {
            var found = RegisterFile.in(text);
            context.thread().run(() -> {
                if (pasted.get().equals(text)) {
                    replaceWith(found, "");
                }
            });
        });
    }

    /** Reads a file in the place of what was pasted, without waiting for the disk. */
    void readFile(Path file) {
        Thread.startVirtualThread(() -> {
            try {
                var found = RegisterFile.in(TextFileReader.read(file));
                context.thread().run(() -> replaceOrExplain(found, file.getFileName() + ": "));
            } catch (FactException unfit) {
                context.thread().run(() -> noteUnreadable(file, context.sentence(unfit.fact())));
            } catch (IOException e) {
                context.thread().run(() -> noteUnreadable(file, context.sentence(e)));
            }
        });
    }

    private void noteUnreadable(Path file, String why) {
        note.set(context.texts().get("connect.add.file.unreadable", file.getFileName(), why));
    }

    private void replaceOrExplain(RegisterFile found, String source) {
        pasted.set("");
        replaceWith(found, source);
    }

    private void replaceWith(RegisterFile found, String source) {
        read.set(found);
        done.set(false);
        var isNothing = source.isEmpty() && (pasted.get().isBlank() || pasted.get().equals(beginning));
        note.set(isNothing ? ""
                : source + context.texts().get("connect.add.read", found.entries().size()) + strange(found));
    }

    private String strange(RegisterFile found) {
        var strange = found.problems();
        var shown = strange.stream().limit(SHOWN_AT_MOST).map(context::sentence).collect(Collectors.joining(" · "));
        return strange.isEmpty()
                ? ""
                : " " + context.texts().get("connect.add.strange", shown, Math.max(0, strange.size() - SHOWN_AT_MOST));
    }

    /** Adds all that was understood. */
    void add() {
        var through = connection.get();
        var entries = read.get().entries();
        if (through == null || entries.isEmpty() || underWay.get() > 0) {
            return;
        }
        var refused = FreeText.refusal(name.get());
        if (refused.isPresent()) {
            nameMistake.set(context.sentence(refused.get()));
            return;
        }
        var asking = context.texts().get("connect.add.asking");
        rows.setAll(
                entries.stream().map(each -> new AddedMigrationRow(each.ref(), asking, ColorRole.RUNNING)).toList());
        underWay.set(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            add(through, entries.get(i), i);
        }
    }

    private void add(Connection through, RegisterEntry registerEntry, int at) {
        var key = new MigrationKey(through.id(), registerEntry.ref());
        var _ = context.watch().add(key, ownName(registerEntry), registerEntry.tags())
                .whenComplete((outcome, failure) -> context.thread().run(() -> {
                    underWay.set(underWay.get() - 1);
                    rows.set(at, row(registerEntry.ref(), outcome, failure));
                    done.set(underWay.get() == 0
                            && rows.stream().noneMatch(each -> each.colorRole() == ColorRole.DANGER));
                }));
    }

    /** What the user typed for a single one, or the name it came with. */
    private String ownName(RegisterEntry registerEntry) {
        var typed = read.get().entries().size() == 1 ? name.get().strip() : "";
        return typed.isEmpty() ? registerEntry.name() : typed;
    }

    private AddedMigrationRow row(MigrationRef ref, @Nullable AddOutcome outcome, @Nullable Throwable failure) {
        return switch (outcome) {
            case null -> new AddedMigrationRow(ref, context.sentence(failure), ColorRole.DANGER);
            case AddOutcome.Added added ->
                new AddedMigrationRow(ref, context.sentence(Fact.of(WatchFact.ADDED, added.status())), ColorRole.GOOD);
            case AddOutcome.AddedUnseen unseen ->
                new AddedMigrationRow(ref, context.sentence(unseen.fact()), ColorRole.RISK);
            case AddOutcome.AlreadyThere _ ->
                new AddedMigrationRow(ref, context.texts().get("connect.add.there"), ColorRole.NEUTRAL);
            case AddOutcome.NotAdded not -> new AddedMigrationRow(ref, context.sentence(not.fact()), ColorRole.DANGER);
        };
    }
}
