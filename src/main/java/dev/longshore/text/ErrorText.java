package dev.longshore.text;

import dev.longshore.model.fact.FactException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What went wrong, as a sentence for the user. Pure. */
public final class ErrorText {
    private final Texts texts;
    private final FactText facts;

    /** Sentences out of {@code texts}, facts by {@code facts}. */
    public ErrorText(Texts texts, FactText facts) {
        this.texts = texts;
        this.facts = facts;
    }

    /** What ended a future or stopped the disk; empty where nothing did. */
    public String of(@Nullable Throwable fault) {
        return switch (unwrapped(fault)) {
            case null -> "";
            case FactException known -> facts.of(known.fact());
            case NoSuchFileException _ -> texts.get("text.fault.noFolder");
            case AccessDeniedException _ -> texts.get("text.fault.denied");
            // The message would begin with the path, which may be that of a file nobody has asked for.
            case FileSystemException disk when disk.getReason() != null -> disk.getReason();
            case Throwable other -> Objects.requireNonNullElse(other.getMessage(), other.toString());
        };
    }

    /** A future wraps what ended the one before it. */
    private static @Nullable Throwable unwrapped(@Nullable Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }
}
