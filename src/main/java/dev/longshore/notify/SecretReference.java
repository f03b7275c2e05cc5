package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.NotifyFact;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret of a route is: {@code env:NAME} or {@code file:PATH}; or, for addresses, the address itself. Read anew
 * each time it is needed, so that one that is exchanged is taken over.
 *
 * @param written as it stands in the file of routes
 */
public record SecretReference(String written) {
    private static final String VARIABLE = "env:";
    private static final String FILE = "file:";
    /** Where systemd puts a unit's credentials. */
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";
    private static final int LARGEST = 64 * 1024;

    /** True where it names a variable or a file, so that no secret is in it. */
    public boolean isReference() {
        return written.startsWith(VARIABLE) || written.startsWith(FILE);
    }

    /**
     * What is there. Blocks.
     *
     * @param environment the environment variables
     * @throws FactException when there is nothing
     */
    String read(Map<String, String> environment) {
        if (written.startsWith(VARIABLE)) {
            var name = written.substring(VARIABLE.length()).strip();
            var value = environment.getOrDefault(name, "").strip();
            if (value.isEmpty()) {
                throw new FactException(Fact.of(NotifyFact.VARIABLE_NOT_SET, name));
            }
            return value;
        }
        return written.startsWith(FILE) ? file(written.substring(FILE.length()).strip(), environment) : written;
    }

    /** A name without a folder is that of a credential of the systemd unit. */
    private static String file(String name, Map<String, String> environment) {
        try {
            var file = Path.of(environment.getOrDefault(CREDENTIALS, "")).resolve(name);
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                var value = Files.readString(file, StandardCharsets.UTF_8).strip();
                if (!value.isEmpty()) {
                    return value;
                }
            }
        } catch (CharacterCodingException | InvalidPathException unreadable) {
            throw unreadable(name, unreadable);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
        throw new FactException(Fact.of(NotifyFact.SECRET_FILE_UNREADABLE, name));
    }

    private static FactException unreadable(String name, Exception why) {
        return new FactException(Fact.of(NotifyFact.SECRET_FILE_UNREADABLE, name), why);
    }

    /** The reference; dots where it is the address itself. */
    @Override
    public String toString() {
        return isReference() ? written : "•••";
    }
}
