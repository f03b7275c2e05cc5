package dev.longshore.ui.feed;

import dev.longshore.model.MigrationKey;
import dev.longshore.upload.UploadLedger;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * What is known of uploads, for dialogs that ask before a launch. Whoever shows the uploads fills it. FX thread only.
 */
public final class UploadKnowledge {
    private final ObservableMap<MigrationKey, UploadLedger> ledgers = FXCollections.observableHashMap();
    private Function<MigrationKey, Set<String>> keyspaces = _ -> Set.of();
    private Consumer<MigrationKey> reader = _ -> {};

    UploadKnowledge() {}

    /**
     * Takes it from there.
     *
     * @param keyspacesOf the keyspaces that the user says are uploaded
     * @param ledgerReader reads the lists that were kept of a migration and puts their comparison into {@link #ledgers}
     */
    public void takeFrom(Function<MigrationKey, Set<String>> keyspacesOf, Consumer<MigrationKey> ledgerReader) {
        keyspaces = keyspacesOf;
        reader = ledgerReader;
    }

    /** The comparisons of what nodes have with what has arrived, as far as somebody made one and it was read. */
    public ObservableMap<MigrationKey, UploadLedger> ledgers() {
        return ledgers;
    }

    /** Sees to it that what was kept of a migration is read; it is there a while later. */
    public void read(MigrationKey key) {
        reader.accept(key);
    }

    /** The keyspaces that are uploaded, as the user says and the ledger shows; empty where neither tells. */
    public Set<String> keyspaces(MigrationKey key) {
        var all = new TreeSet<>(keyspaces.apply(key));
        var ledger = ledgers.get(key);
        if (ledger != null) {
            ledger.tables().stream().map(each -> each.replaceFirst("\\..*", "")).forEach(all::add);
        }
        return all;
    }
}
