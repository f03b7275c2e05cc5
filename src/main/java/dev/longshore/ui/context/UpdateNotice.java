package dev.longshore.ui.context;

import dev.longshore.model.fact.Fact;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.update.PackageOwner;
import dev.longshore.update.UpdateChecks;
import dev.longshore.update.UpdateChecks.UpdateResult;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Tells of a newer version, where the user wants to be told. Nobody is asked before that, and then at most once a day,
 * also over several starts. FX thread only.
 */
public final class UpdateNotice {
    private static final Duration INTERVAL = Duration.ofDays(1);
    private static final String WANTED = "update.wanted";
    private static final String ASKED = "update.asked";
    private static final String SEEN = "update.seen";
    private static final String PAGE = "update.page";

    private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper(this, "wanted");
    private final ReadOnlyObjectWrapper<Optional<UpdateResult>> result = new ReadOnlyObjectWrapper<>(this, "result",
            Optional.empty());
    private final Preferences preferences;
    private final UiThread thread;
    private final UpdateChecks checks;
    private final Consumer<URI> browser;
    private boolean isAsking;

    /** @param browser shows a page of the web, outside of the window */
    public UpdateNotice(Preferences preferences, UiThread thread, UpdateChecks checks, Consumer<URI> browser) {
        this.preferences = preferences;
        this.thread = thread;
        this.checks = checks;
        this.browser = browser;
        wanted.set(isWanted());
        showKnown();
    }

    private void showKnown() {
        result.set(wanted.get() && checks.arePossible()
                ? checks.known(preferences.find(SEEN).orElse(""), preferences.find(PAGE).orElse(""))
                        .map(UpdateResult.class::cast)
                : Optional.empty());
    }

    /** Whether the user wants to be told; false at first. */
    public ReadOnlyBooleanProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** What the user said last, also where that is being saved still. */
    public boolean isWanted() {
        return preferences.find(WANTED).filter("true"::equals).isPresent();
    }

    /**
     * Asks from now on, or no more; tells why that could not be kept, if so. Nobody is asked then: who does not want it any
     * more is obeyed in this run at least.
     */
    public CompletableFuture<Optional<Fact>> want(boolean wish) {
        var saving = wish ? preferences.saveOrRevert(WANTED, "true") : preferences.saveAtOnce(WANTED, "false");
        return saving.whenComplete((_, _) -> thread.run(() -> {
            wanted.set(isWanted());
            showKnown();
            askIfDue();
        }));
    }

    /** What was found out last since the start; empty before that. */
    public ReadOnlyObjectProperty<Optional<UpdateResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Whether there is somebody to ask, and nobody else who brings updates. */
    public boolean isPossible() {
        return checks.arePossible();
    }

    /** Who brings the updates of this program. */
    public PackageOwner owner() {
        return checks.owner();
    }

    /** The version of this program. */
    public String current() {
        return checks.current();
    }

    /** When somebody was asked last. */
    public Optional<Instant> asked() {
        try {
            return preferences.find(ASKED).filter(each -> !each.isEmpty()).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Shows the page of a newer version. */
    public void open(UpdateResult.NewerRelease release) {
        browser.accept(release.page());
    }

    /** Asks where the user wants it and a day has passed; nobody where that could not be known at the next start. */
    public void askIfDue() {
        if (wanted.get() && checks.arePossible() && !isAsking && isDue()) {
            isAsking = true;
            // Before the call: a program that ends during it is not to ask once more at each start.
            var seen = preferences.find(SEEN).orElse("");
            var _ = preferences.saveAtOnce(ASKED, checks.clock().instant().toString())
                    .thenCompose(trouble -> trouble.isPresent()
                            ? CompletableFuture.completedFuture(new UpdateResult.NoAnswer(trouble.get()))
                            : checks.check(seen))
                    .thenAccept(found -> thread.run(() -> show(found)));
        }
    }

    /** A time that lies ahead was written by a clock that was wrong. */
    private boolean isDue() {
        var now = checks.clock().instant();
        return asked().map(each -> Duration.between(each, now).abs().compareTo(INTERVAL) >= 0).orElse(true);
    }

    private void show(UpdateResult found) {
        isAsking = false;
        if (found instanceof UpdateResult.NewerRelease newer) {
            preferences.save(SEEN, newer.version());
            preferences.save(PAGE, newer.page().toString());
        }
        result.set(Optional.of(found).filter(_ -> wanted.get()));
    }

    /** Why nothing was found out, where that is so. */
    public Optional<Fact> problem() {
        return result.get().filter(UpdateResult.NoAnswer.class::isInstance).map(UpdateResult.NoAnswer.class::cast)
                .map(UpdateResult.NoAnswer::reason);
    }

    /** The newer version, where there is one. */
    public Optional<UpdateResult.NewerRelease> newer() {
        return result.get().filter(UpdateResult.NewerRelease.class::isInstance)
                .map(UpdateResult.NewerRelease.class::cast);
    }
}
