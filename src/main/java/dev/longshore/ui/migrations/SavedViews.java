package dev.longshore.ui.migrations;

import dev.longshore.model.Phase;
import dev.longshore.model.advice.RiskRank.Level;
import dev.longshore.ui.migrations.MigrationsViewModel.TableMode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The views of the table that the user keeps under a name. FX thread only. */
public final class SavedViews {
    private static final String BETWEEN = "\n";
    private static final String NONE = "-";

    private final ReadOnlyObjectWrapper<List<SavedView>> views = new ReadOnlyObjectWrapper<>(this, "views", List.of());
    private final ReadOnlyObjectWrapper<Optional<SavedView>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen",
            Optional.empty());

    /**
     * Which rows are shown.
     *
     * @param filter what is typed into the quick filter
     * @param phases those that are chosen, empty for a status that is not known or not documented; none for all
     * @param tags those that are chosen; none for all
     * @param level the only level of risk, or empty for all
     * @param mode whether all are shown, and grouped
     */
    record RowChoice(String filter, Set<Optional<Phase>> phases, Set<String> tags, Optional<Level> level,
            TableMode mode) {}

    /**
     * A view of the table.
     *
     * @param columns order, width and visibility, as {@link TableLayoutStore} writes them
     * @param sort by which columns it is sorted, as {@link TableLayoutStore} writes them
     */
    public record SavedView(String name, RowChoice rows, String columns, String sort) {
        SavedView named(String newName) {
            return new SavedView(newName, rows, columns, sort);
        }

        private String asText() {
            return Stream.of(name, rows.filter(), joined(rows.phases(), each -> each.map(Enum::name).orElse(NONE)),
                    joined(rows.tags(), each -> each), rows.level().map(Enum::name).orElse(""), rows.mode().name(),
                    columns, sort).map(SavedViews::encoded).collect(Collectors.joining("&"));
        }

        /** Empty where it is not readable: a file that was edited by hand may hold anything. */
        private static Optional<SavedView> of(String line) {
            try {
                var parts = Arrays.stream(line.split("&", -1)).map(SavedViews::decoded).toList();
                var rows = new RowChoice(parts.get(1),
                        split(parts.get(2), each -> each.equals(NONE) ? Optional.<Phase>empty()
                                : Optional.of(Phase.valueOf(each))),
                        split(parts.get(3), each -> each),
                        parts.get(4).isEmpty() ? Optional.empty() : Optional.of(Level.valueOf(parts.get(4))),
                        TableMode.valueOf(parts.get(5)));
                return Optional.of(new SavedView(parts.getFirst(), rows, parts.get(6), parts.get(7)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
                return Optional.empty();
            }
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static <T> String joined(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).map(SavedViews::encoded).sorted().collect(Collectors.joining(" "));
    }

    private static <T> Set<T> split(String all, Function<String, T> value) {
        return Stream.of(all.split(" ", -1)).filter(each -> !each.isEmpty()).map(SavedViews::decoded).map(value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All of them, by name. */
    public ReadOnlyObjectProperty<List<SavedView>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    /** The one that was chosen last; empty where it was deleted since. */
    ReadOnlyObjectProperty<Optional<SavedView>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** All of them as text, to be kept from one start to the next. */
    public String asText() {
        return views.get().stream().map(SavedView::asText).collect(Collectors.joining(BETWEEN));
    }

    /** Takes over what was kept. */
    public void load(String kept) {
        show(kept.lines().flatMap(line -> SavedView.of(line).stream()).toList());
    }

    /** Shows a view. */
    public void choose(SavedView view) {
        chosen.set(Optional.empty());
        chosen.set(Optional.of(view));
    }

    /** Saves a view, in place of another of that name, and chooses it. */
    void save(SavedView view) {
        Map<String, SavedView> all = new HashMap<>();
        views.get().forEach(each -> all.put(each.name(), each));
        all.put(view.name(), view);
        show(all.values());
        choose(view);
    }

    void rename(SavedView view, String name) {
        if (!view.name().equals(name)) {
            delete(view);
            save(view.named(name));
        }
    }

    void delete(SavedView view) {
        show(views.get().stream().filter(each -> !each.name().equals(view.name())).toList());
        if (chosen.get().filter(each -> each.name().equals(view.name())).isPresent()) {
            chosen.set(Optional.empty());
        }
    }

    private void show(Collection<SavedView> all) {
        views.set(all.stream().sorted((one, other) -> one.name().compareToIgnoreCase(other.name())).toList());
    }
}
