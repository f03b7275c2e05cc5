package dev.longshore.ui.settings;

import dev.longshore.journal.JournalMergeResult;
import dev.longshore.journal.JournalTrial;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.ui.context.JournalChoice;
import dev.longshore.ui.context.JournalChoice.JournalLogin;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.TaskProgress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Where the journal is, what is at another address, and the way there and back. FX thread only. */
final class JournalViewModel {
    private final ReadOnlyObjectWrapper<TaskProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            TaskProgress.none());
    private final ReadOnlyObjectWrapper<Optional<JournalTrial>> trial = new ReadOnlyObjectWrapper<>(
            this, "trial", Optional.empty());
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper(this, "place");
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final StringProperty password = new SimpleStringProperty(this, "password", "");
    private final UiContext context;
    private final JournalChoice journals;
    /** How often address or password were changed: an answer about what was typed before says nothing of what is typed now. */
    private int edits;

    JournalViewModel(UiContext context, JournalChoice journals) {
        this.context = context;
        this.journals = journals;
        address.set(journals.chosen().orElse(""));
        // What was found is true of one address and one login only.
        address.subscribe((_, _) -> forgetTrial());
        password.subscribe((_, _) -> forgetTrial());
        showPlace();
    }

    private void forgetTrial() {
        edits++;
        trial.set(Optional.empty());
        progress.set(TaskProgress.none());
    }

    private void showPlace() {
        var now = journals.now();
        var chosen = journals.chosen();
        var isOther = switch (now.kind()) {
            case FILE -> chosen.isPresent();
            case TEAM -> chosen.filter(each -> JournalAddress.of(each).place().equals(now.name())).isEmpty();
            case TEAM_OF_COMMAND_LINE, DEMONSTRATION -> false;
        };
        var sentence = text("place." + now.kind(), now.name());
        place.set(isOther
                ? sentence + " " + chosen.map(each -> text("next", each)).orElseGet(() -> text("next.local"))
                : sentence);
    }

    private String text(String key, Object... figures) {
        return context.texts().get("settings.journal." + key, figures);
    }

    /** Where the journal is, and where it will be. */
    ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** The address that is typed. */
    StringProperty addressProperty() {
        return address;
    }

    /** The password that is typed. */
    StringProperty passwordProperty() {
        return password;
    }

    /** What the newest trial of this address has found. */
    ReadOnlyObjectProperty<Optional<JournalTrial>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /** How far the newest step has come. */
    ReadOnlyObjectProperty<TaskProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** True where a team's journal is chosen for the next start. */
    boolean canGoBack() {
        return journals.chosen().isPresent();
    }

    /** True where another journal can be chosen at all. */
    boolean canChange() {
        return journals.now().kind() != JournalChoice.JournalPlaceKind.DEMONSTRATION;
    }

    private JournalLogin login() {
        return new JournalLogin(
                address.get(), password.get().isEmpty() ? Optional.empty() : Optional.of(Secret.of(password.get())));
    }

    void tryOut() {
        when("trying", journals.tryOut(login()), this::show);
    }

    void create() {
        when("creating", journals.create(login()), this::show);
    }

    private void show(JournalTrial found) {
        trial.set(Optional.of(found));
        progress.set(found.canUse() || found.canCreate()
                ? TaskProgress.done(sentence(found)) : TaskProgress.failed(sentence(found)));
    }

    private String sentence(JournalTrial found) {
        var encryption = found.encryption().map(each -> text("encrypted", each)).orElseGet(() -> text("notEncrypted"));
        if (found.schema() == 0) {
            return text(found.canCreate() ? "empty" : "empty.denied", encryption, found.user());
        }
        var role = text("role." + found.role(), found.user());
        return found.schema() < found.newest()
                ? text(found.canCreate() ? "older" : "older.denied", encryption, found.schema(), found.newest(), role)
                : text("found", encryption, found.schema(), role, found.migrations());
    }

    void bringIn() {
        when("bringingIn", journals.bringIn(login()), broughtIn -> {
            progress.set(TaskProgress.done(sentence(broughtIn)));
            showPlace();
        });
    }

    private String sentence(JournalMergeResult broughtIn) {
        return text("broughtIn", broughtIn.migrations(), broughtIn.observations(), broughtIn.commands());
    }

    void use() {
        when("saving", journals.use(login()), (Optional<Fact> memoryOnly) -> {
            var used = text("used");
            progress.set(TaskProgress.done(memoryOnly
                    .map(each -> text("used.memoryOnly", used, context.sentence(each))).orElse(used)));
            showPlace();
        });
    }

    void goBack() {
        when("saving", journals.goBack(), _ -> {
            address.set("");
            progress.set(TaskProgress.done(text("wentBack")));
            showPlace();
        });
    }

    private <T> void when(String meanwhile, CompletableFuture<T> answer, Consumer<T> then) {
        progress.set(TaskProgress.underWay(text(meanwhile)));
        var begun = edits;
        var _ = answer.whenComplete((value, fault) -> context.thread().run(() -> {
            if (begun == edits) {
                Optional.ofNullable(fault).ifPresentOrElse(
                        each -> progress.set(TaskProgress.failed(context.sentence(each))), () -> then.accept(value));
            }
        }));
    }
}
