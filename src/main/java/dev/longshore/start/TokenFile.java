package dev.longshore.start;

import dev.longshore.model.ApplicationToken;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;

/** A file that holds a token and nothing else of importance. Reading blocks. */
public record TokenFile(Path file) {
    /** In bytes; a thousand times what is usual. */
    private static final int LARGEST = 64 * 1024;

    /**
     * The application token in it.
     *
     * @throws FactException when it cannot be read, or holds none
     */
    public Secret applicationToken() {
        var characters = characters();
        try {
            return ApplicationToken.in(characters)
                    .orElseThrow(() -> new FactException(Fact.of(StartFact.TOKEN_FILE_EMPTY, file.toString())));
        } catch (FactException e) {
            throw e.fact().kind() == StartFact.TOKEN_FILE_EMPTY ? e
                    : new FactException(Fact.of(StartFact.TOKEN_FILE_MALFORMED, file.toString(), e.fact()), e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /**
     * Its text without the white space around it, whatever it is.
     *
     * @param least how many characters it has to have
     * @throws FactException when it cannot be read, or is shorter
     */
    public Secret anyToken(int least) {
        var characters = characters();
        try {
            var text = new String(characters).strip();
            if (text.length() < least) {
                throw new FactException(Fact.of(StartFact.LISTEN_TOKEN_SHORT, file.toString(), least));
            }
            return Secret.of(text);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** What a user should know about who else can read it. */
    public Optional<Fact> warning() {
        try {
            return Files.isRegularFile(file) && Files.getPosixFilePermissions(file).stream().anyMatch(
                    each -> each == PosixFilePermission.GROUP_READ || each == PosixFilePermission.OTHERS_READ)
                            ? Optional.of(Fact.of(StartFact.TOKEN_FILE_OPEN, file.toString()))
                            : Optional.empty();
        } catch (IOException | UnsupportedOperationException noPermissionsToLookAt) {
            return Optional.empty();
        }
    }

    private char[] characters() {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST);
            try {
                var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
                var characters = new char[decoded.remaining()];
                decoded.get(characters);
                Arrays.fill(decoded.array(), '\0');
                return characters;
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (NoSuchFileException e) {
            throw new FactException(Fact.of(StartFact.TOKEN_FILE_MISSING, file.toString()), e);
        } catch (AccessDeniedException e) {
            throw new FactException(Fact.of(StartFact.TOKEN_FILE_DENIED, file.toString()), e);
        } catch (IOException e) {
            throw new FactException(
                    Fact.of(StartFact.TOKEN_FILE_UNREADABLE, file.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}
