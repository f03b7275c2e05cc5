package dev.longshore.text;

import dev.longshore.model.Action;

/** The actions in words. */
public final class ActionText {
    private final Texts texts;

    /** Words out of {@code texts}. */
    public ActionText(Texts texts) {
        this.texts = texts;
    }

    /** The action as the name of a command, as in "Pause accepted". */
    public String noun(Action action) {
        return texts.get(switch (action) {
            case LAUNCH -> "text.action.launch.noun";
            case PAUSE -> "text.action.pause.noun";
            case RESUME -> "text.action.resume.noun";
            case SCHEDULE_CLEANUP -> "text.action.schedule.noun";
            case CLEAN_UP -> "text.action.cleanUp.noun";
            case ABORT -> "text.action.abort.noun";
        });
    }

    /** The action as a verb, for the button that does it. */
    public String verb(Action action) {
        return texts.get(switch (action) {
            case LAUNCH -> "text.action.launch.verb";
            case PAUSE -> "text.action.pause.verb";
            case RESUME -> "text.action.resume.verb";
            case SCHEDULE_CLEANUP -> "text.action.schedule.verb";
            case CLEAN_UP -> "text.action.cleanUp.verb";
            case ABORT -> "text.action.abort.verb";
        });
    }

    /** The action as the question a user confirms. */
    public String question(Action action, String migration) {
        return texts.get(switch (action) {
            case LAUNCH -> "text.action.launch.question";
            case PAUSE -> "text.action.pause.question";
            case RESUME -> "text.action.resume.question";
            case SCHEDULE_CLEANUP -> "text.action.schedule.question";
            case CLEAN_UP -> "text.action.cleanUp.question";
            case ABORT -> "text.action.abort.question";
        }, migration);
    }

    /** What the action does, for the tooltip of its button. */
    public String explanation(Action action) {
        return texts.get(switch (action) {
            case LAUNCH -> "text.action.launch.explanation";
            case PAUSE -> "text.action.pause.explanation";
            case RESUME -> "text.action.resume.explanation";
            case SCHEDULE_CLEANUP -> "text.action.schedule.explanation";
            case CLEAN_UP -> "text.action.cleanUp.explanation";
            case ABORT -> "text.action.abort.explanation";
        });
    }
}
