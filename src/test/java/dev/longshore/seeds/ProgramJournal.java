package dev.longshore.seeds;

import dev.longshore.journal.Journal;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;

/** The journal of one desk, from one start of its program to the next. */
interface ProgramJournal {
    /** Opens it for the next start. */
    OpenJournal open();

    /** Its program was killed: from here on everything is as that leaves it. Called before it is closed. */
    void kill();

    /** True where others write into the same. */
    boolean isOfTeam();

    /**
     * A journal that is open.
     *
     * @param used by the program
     * @param stored the same, for who looks what is in it; nothing gets between
     */
    record OpenJournal(Journal used, Journal stored) {}

    /** The one in the data folder of a computer. */
    static ProgramJournal onDisk(SimulatedComputer computer) {
        return new ProgramJournal() {
            @Override
            public OpenJournal open() {
                computer.putIfAbsent(EmptyJournal.FILE);
                var journal = SqliteJournal.open(computer.folder(), computer.clock(), EnglishText::say);
                return new OpenJournal(journal, journal);
            }

            @Override
            public void kill() {
                computer.keepAsKilled();
            }

            @Override
            public boolean isOfTeam() {
                return false;
            }
        };
    }

    /** A journal in which nothing is recorded yet: to make its tables anew takes a tenth of a run. */
    final class EmptyJournal {
        private static final byte[] FILE = make();

        private EmptyJournal() {}

        private static byte[] make() {
            try (var folder = TemporaryFolder.create()) {
                SqliteJournal.open(folder.path(), InstantSource.system(), EnglishText::say).close();
                return Files.readAllBytes(folder.path().resolve("journal.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
