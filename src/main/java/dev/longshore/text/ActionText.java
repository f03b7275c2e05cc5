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
        return texts.get("text.action." + action + ".noun");
    }

    /** The action as a verb, for the button that does it. */
    public String verb(Action action) {
        return texts.get("text.action." + action + ".verb");
    }

    /** The action as the question a user confirms. */
    public String question(Action action, String migration) {
        return texts.get("text.action." + action + ".question", migration);
    }

    /** What the action does, for the tooltip of its button. */
    public String explanation(Action action) {
        return texts.get("text.action." + action + ".explanation");
    }
}
