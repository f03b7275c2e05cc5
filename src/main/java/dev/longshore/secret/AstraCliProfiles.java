package dev.longshore.secret;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.FileFact;
import dev.longshore.usertext.TextFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The profiles of the Astra CLI on this computer. They are only ever read, never written. */
public final class AstraCliProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(AstraCliProfiles.class);
    private static final String FILE_NAME = ".astrarc";
    // Thousands of profiles; more is something else under that name.
    private static final long LARGEST = 1_000_000;

    private final Map<String, String> environment;
    private final Path home;

    /**
     * The profiles that the Astra CLI would find.
     *
     * @param environment the environment variables
     * @param home the user's home folder
     */
    public AstraCliProfiles(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /**
     * What was found.
     *
     * @param file the file that was read, or nothing when there is none
     * @param profiles in the order of the file
     * @param notices a fact for each thing that could not be used
     */
    public record FoundProfiles(Optional<Path> file, List<AstraCliProfile> profiles, List<Fact> notices) {
        /** Copies the lists. */
        public FoundProfiles {
            profiles = List.copyOf(profiles);
            notices = List.copyOf(notices);
        }
    }

    /**
     * Reads the file that {@code $ASTRARC} names, or else the first of {@code $XDG_CONFIG_HOME/astra/.astrarc} and
     * {@code ~/.astrarc} that is there. Blocks, and does not throw.
     */
    public FoundProfiles read() {
        var named = path(environment.get("ASTRARC"));
        if (named.filter(Files::notExists).isPresent()) {
            return unusable(FileFact.PROFILES_MISSING, named.get());
        }
        var there = candidates().filter(Files::exists).distinct().toList();
        if (there.isEmpty()) {
            return none();
        }
        var found = read(there.getFirst());
        var others = there.stream().skip(1).map(file -> Fact.of(FileFact.OTHER_PROFILES, file.toString()));
        return new FoundProfiles(found.file(), found.profiles(),
                Stream.concat(found.notices().stream(), others).toList());
    }

    private Stream<Path> candidates() {
        return Stream.of(
                path(environment.get("ASTRARC")),
                path(environment.get("XDG_CONFIG_HOME")).map(folder -> folder.resolve("astra", FILE_NAME)),
                Optional.of(home.resolve(FILE_NAME)))
                .flatMap(Optional::stream);
    }

    private static Optional<Path> path(@Nullable String configured) {
        try {
            return Optional.ofNullable(configured).filter(text -> !text.isBlank()).map(Path::of);
        } catch (InvalidPathException e) {
            LOG.warn("No path of an Astra CLI configuration: {}", e.getReason());
            return Optional.empty();
        }
    }

    private static FoundProfiles none() {
        return new FoundProfiles(Optional.empty(), List.of(), List.of());
    }

    private static FoundProfiles read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return unusable(FileFact.NO_PROFILES, file);
            }
            var reader = new AstraCliFile(TextFileReader.of(Files.readAllBytes(file)));
            return reader.profiles().isEmpty() && reader.notices().isEmpty()
                    ? unusable(FileFact.NO_PROFILES, file)
                    : new FoundProfiles(Optional.of(file), reader.profiles(), reader.notices());
        } catch (FactException noText) {
            return unusable(FileFact.NO_PROFILES, file);
        } catch (IOException e) {
            LOG.warn("The Astra CLI's profiles cannot be read: {}", e.toString());
            return unusable(FileFact.PROFILES_UNREADABLE, file);
        }
    }

    private static FoundProfiles unusable(FileFact why, Path file) {
        return new FoundProfiles(Optional.of(file), List.of(), List.of(Fact.of(why, file.toString())));
    }
}
