package dev.longshore.ui.connect;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Connection;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.FreeText;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.text.AttemptText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMistake;
import dev.longshore.ui.preflight.PreflightViewModel;
import dev.longshore.usertext.NumberText;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
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

/** A migration that is to be made; asked for once. FX thread only. */
final class InitializeViewModel {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty concurrency = new SimpleStringProperty(this, "concurrency", "");
    private final StringProperty subsetSize = new SimpleStringProperty(this, "subsetSize", "");
    private final ObjectProperty<@Nullable WatchedConnection> connection = new SimpleObjectProperty<>(this,
            "connection");
    private final ObjectProperty<@Nullable Database> database = new SimpleObjectProperty<>(this, "database");
    private final ReadOnlyObjectWrapper<InitializeState> state = new ReadOnlyObjectWrapper<>(this, "step",
            new InitializeState.NotRequested(Optional.empty()));
    private final ReadOnlyStringWrapper listNote = new ReadOnlyStringWrapper(this, "listNote", "");
    private final ReadOnlyStringWrapper followsNote = new ReadOnlyStringWrapper(this, "followsNote", "");
    private final ObservableList<Database> databases = FXCollections.observableArrayList();
    private final PreflightViewModel preflight;
    private final List<WatchedConnection> connections;
    private final UiContext context;
    private final Snapshot snapshot;
    private @Nullable MigrationKey follows;

    /** How far it has come. */
    sealed interface InitializeState {
        /**
         * It was not asked for.
         *
         * @param mistake what has to be changed first, or empty
         */
        record NotRequested(Optional<FieldMistake<InitializeField>> mistake) implements InitializeState {}

        /** The service is being asked. */
        record Initializing() implements InitializeState {}

        /** The answer is there, or nobody knows; it is not asked for again from this dialog. */
        record InitializeAnswered(InitializeOutcome outcome) implements InitializeState {}
    }

    /** What may have to be changed before it can be asked for. */
    enum InitializeField {
        NAME,
        CONNECTION,
        DATABASE,
        CONCURRENCY,
        SUBSET_SIZE
    }

    /** Through one of the connections that may be written to, the chosen one first. */
    InitializeViewModel(UiContext context, Snapshot snapshot, Optional<Connection> chosen) {
        this.context = context;
        this.snapshot = snapshot;
        preflight = new PreflightViewModel(context);
        connections = snapshot.connections().stream().filter(each -> !each.connection().readOnly()).toList();
        connection.subscribe(this::list);
        connection.set(connections.stream()
                .filter(each -> chosen.isEmpty() || chosen.get().equals(each.connection()))
                .findFirst()
                .orElse(null));
        database.subscribe(() -> checkDatabase());
    }

    private void checkDatabase() {
        var through = connection.get();
        var into = database.get();
        if (through == null || into == null) {
            preflight.clear();
        } else {
            preflight.check(new DatabaseKey(through.connection().id(), into.id()));
        }
    }

    /** The checks of the chosen database. */
    PreflightViewModel preflight() {
        return preflight;
    }

    private void list(@Nullable WatchedConnection through) {
        databases.setAll(through == null ? List.of() : through.databases());
        listNote.set(through == null ? "" : through.listNotes().stream().map(context::sentence)
                .collect(Collectors.joining(" ")));
    }

    /** Fills in what another one has, as far as its connection still lists that; it becomes the attempt after that. */
    void insteadOf(WatchedMigration other) {
        choose(other.key().ref().database());
        name.set(context.texts().get("connect.initialize.again", other.name()));
        follow(other.key());
    }

    private void follow(MigrationKey other) {
        follows = other;
        var attempt = 1 + snapshot.migration(other).map(WatchedMigration::attempt).orElse(1);
        followsNote.set(context.texts().get("connect.initialize.follows",
                new AttemptText(context.texts()).follows(attempt, other, snapshot),
                context.texts().get("detail.failure.partial")));
    }

    /** Fills in what was asked for before, as far as its connection still lists that. */
    void repeat(Initialization before) {
        choose(before.database());
        name.set(before.name());
        Optional.ofNullable(before.follows()).ifPresent(this::follow);
        before.settings().concurrency().ifPresent(jobs -> concurrency.set(Integer.toString(jobs)));
        before.settings().targetSubsetSizeGb().ifPresent(
                size -> subsetSize.set(numbers().write(BigDecimal.valueOf(size).stripTrailingZeros())));
    }

    private void choose(DatabaseId into) {
        databases.stream().filter(each -> each.id().equals(into)).findFirst().ifPresent(database::set);
    }

    List<WatchedConnection> connections() {
        return connections;
    }

    ObservableList<Database> databases() {
        return databases;
    }

    /** What is missing in the list of databases, as sentences; empty where nothing is. */
    ReadOnlyStringProperty listNoteProperty() {
        return listNote.getReadOnlyProperty();
    }

    /** Which attempt it is and what the one before may have left; empty for a first one. */
    ReadOnlyStringProperty followsNoteProperty() {
        return followsNote.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty concurrencyProperty() {
        return concurrency;
    }

    /** Size of an import subset in GB, as typed. */
    StringProperty subsetSizeProperty() {
        return subsetSize;
    }

    ObjectProperty<@Nullable WatchedConnection> connectionProperty() {
        return connection;
    }

    ObjectProperty<@Nullable Database> databaseProperty() {
        return database;
    }

    ReadOnlyObjectProperty<InitializeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Asks for it, unless something is missing or it was asked for. */
    void initialize() {
        var through = connection.get();
        var into = database.get();
        if (!(state.get() instanceof InitializeState.NotRequested)) {
            return;
        }
        if (through == null) {
            mistake(InitializeField.CONNECTION, "connect.initialize.noDatabase");
        } else if (into == null) {
            mistake(InitializeField.DATABASE, "connect.initialize.noDatabase");
        } else {
            FreeText.refusal(name.get()).ifPresentOrElse(
                    why -> state.set(new InitializeState.NotRequested(Optional.of(
                            new FieldMistake<>(InitializeField.NAME, context.sentence(why))))),
                    () -> request(through.connection(), into));
        }
    }

    /** Views and freezes that are for the attempt before are for this one, too. */
    private void takeOverTags(MigrationKey made) {
        Optional.ofNullable(follows).flatMap(snapshot::migration).map(WatchedMigration::tags)
                .filter(tags -> !tags.isEmpty()).ifPresent(tags -> context.watch().tag(made, tags));
    }

    private void mistake(InitializeField field, String key, Object... figures) {
        state.set(new InitializeState.NotRequested(
                Optional.of(new FieldMistake<>(field, context.texts().get(key, figures)))));
    }

    private void request(Connection through, Database into) {
        var jobs = numbers().readWhole(concurrency.get(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        var gigabytes = numbers().read(subsetSize.get()).filter(InitializeViewModel::isSentAsItIs)
                .map(BigDecimal::doubleValue).map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
        if (!concurrency.get().isBlank() && jobs.stream().noneMatch(InitializeRequest::isConcurrency)) {
            mistake(InitializeField.CONCURRENCY, "connect.initialize.noJobs", InitializeRequest.MOST_JOBS);
        } else if (!subsetSize.get().isBlank() && gigabytes.stream().noneMatch(InitializeRequest::isSubsetSize)) {
            mistake(InitializeField.SUBSET_SIZE, "connect.initialize.noSize", InitializeRequest.MOST_GIGABYTES);
        } else {
            request(through, new InitializeRequest(into.id(), null, jobs, gigabytes));
        }
    }

    /** With more digits than a request has, another number would be sent. */
    private static boolean isSentAsItIs(BigDecimal number) {
        return BigDecimal.valueOf(number.doubleValue()).compareTo(number) == 0;
    }

    private NumberText numbers() {
        return new NumberText(context.times().region());
    }

    private void request(Connection through, InitializeRequest request) {
        state.set(new InitializeState.Initializing());
        var _ = context.watch().initialize(through.id(), request, name.get().strip(), follows)
                .whenComplete((outcome, failure) -> context.thread().run(() -> answered(outcome, failure)));
    }

    private void answered(@Nullable InitializeOutcome outcome, @Nullable Throwable failure) {
        if (outcome instanceof InitializeOutcome.Initialized(var made, _)) {
            takeOverTags(made);
        }
        state.set(new InitializeState.InitializeAnswered(
                outcome == null
                        ? new InitializeOutcome.MayExist(
                                Fact.of(ServiceFact.UNEXPECTED_ERROR, context.sentence(failure)))
                        : outcome));
    }
}
