package dev.longshore.upload;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of an upload from two nodes of three of which not all has arrived. */
public final class SampleLists {
    private static final List<String> NODES = List.of("dc1-node1", "dc1-node2");
    private static final List<String> TABLES = List.of("shop/customers", "shop/orders", "shop/carts", "crm/notes");
    private static final List<String> FILES = List.of("nb-1-big-Data.db", "nb-1-big-Index.db", "manifest.json");

    private SampleLists() {}

    /** The names in them. */
    public static List<String> names() {
        return Stream.of(
                NODES.stream(), Stream.of("dc1-node3"), TABLES.stream().map(each -> each.replace('/', '.')),
                FILES.stream())
                .flatMap(each -> each).toList();
    }

    /** What {@code find} prints. */
    public static String expected() {
        return NODES.stream()
                .map(node -> "# node: " + node + "\n" + lines("62500000000 /var/lib/cassandra/data/"))
                .collect(Collectors.joining());
    }

    /** What {@code aws s3 ls} prints: a table is missing, a file of another, and one was uploaded to the wrong node. */
    public static String found() {
        var first = lines("2026-11-21 14:00:00 62500000000 m-customers/sstables/dc1-node1/");
        var second = lines("2026-11-21 14:00:00 62500000000 m-customers/sstables/dc1-node2/");
        return Stream.concat(first.lines(), second.lines())
                .filter(each -> !each.contains("dc1-node2/shop/orders"))
                .filter(each -> !each.matches(".*dc1-node1/crm/notes.*Index.db"))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(String before) {
        return TABLES.stream().flatMap(table -> FILES.stream().map(
                file -> before + table + "-8c1a5e90d1b111eda1eb0242ac120002/snapshots/migrate/" + file + "\n"))
                .collect(Collectors.joining());
    }
}
