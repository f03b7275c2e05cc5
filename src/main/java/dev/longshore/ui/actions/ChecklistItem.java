package dev.longshore.ui.actions;

import dev.longshore.ui.look.ColorRole;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A line of the checklist before a launch: what is known, or what a user ticks. FX thread only. */
final class ChecklistItem {
    private final BooleanProperty ticked = new SimpleBooleanProperty(this, "ticked");
    private final ReadOnlyObjectWrapper<ChecklistState> state;
    private final ChecklistSubject kind;

    /** What a line is about, in the order in which they are shown. */
    enum ChecklistSubject {
        /** Whether every file has arrived. */
        UPLOADS,
        /** Whether the schema is there. */
        SCHEMA,
        /** Whether another migration on the list imports. */
        LISTED,
        /** Whether a migration imports that is not on the list. */
        UNLISTED,
        /** Whether the cleanup leaves room. */
        CLEANUP,
        /** Whether it is a freeze. */
        FREEZE,
        /** Whether the status is new enough. */
        STATUS,
        /** Whether it is to be launched although a check has failed. */
        FAILED_CHECKS
    }

    /**
     * What a line says now.
     *
     * @param sentence empty where there is nothing to say
     * @param role whether it speaks for a launch or against it
     * @param isAsked whether the user has to tick it
     * @param explanation why, at length; may be empty
     */
    record ChecklistState(String sentence, ColorRole role, boolean isAsked, String explanation) {
        static final ChecklistState NONE = new ChecklistState("", ColorRole.NEUTRAL, false);

        ChecklistState(String sentence, ColorRole role, boolean isAsked) {
            this(sentence, role, isAsked, "");
        }

        /** True for what speaks against a launch. */
        boolean isAgainst() {
            return role == ColorRole.DANGER || role == ColorRole.RISK;
        }
    }

    ChecklistItem(ChecklistSubject kind) {
        this.kind = kind;
        state = new ReadOnlyObjectWrapper<>(this, "state", ChecklistState.NONE);
    }

    ChecklistSubject kind() {
        return kind;
    }

    ReadOnlyObjectProperty<ChecklistState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What was ticked is asked again when it has become something else. */
    void show(ChecklistState next) {
        var before = state.get();
        state.set(next);
        if (next.role() != before.role()
                || (kind == ChecklistSubject.FAILED_CHECKS && !next.sentence().equals(before.sentence()))) {
            ticked.set(false);
        }
    }

    BooleanProperty tickedProperty() {
        return ticked;
    }

    boolean isOpen() {
        return state.get().isAsked() && !ticked.get();
    }
}
