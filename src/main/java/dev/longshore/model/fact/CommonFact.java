package dev.longshore.model.fact;

/** Facts that belong to no room. */
public enum CommonFact implements FactKind {
    /** A sentence as it was recorded, or as somebody else said it. Figure: the text. */
    RECORDED,
    /** Several facts, told one after the other. Figures: facts. */
    SENTENCES
}
