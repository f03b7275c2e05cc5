package dev.longshore.support;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds any of thousands of texts in another by one walk through it. */
final class KnownSecrets {
    private static final int BEGINNING = 8;

    private final BitSet hashes = new BitSet(1 << 16);
    private final Map<String, List<String>> byBeginning = new HashMap<>();

    KnownSecrets(List<String> all) {
        for (var each : all) {
            hashes.set(hash(each, 0));
            byBeginning.computeIfAbsent(each.substring(0, BEGINNING), _ -> new ArrayList<>()).add(each);
        }
    }

    Stream<String> in(String text) {
        var found = Stream.<String>builder();
        for (int at = 0; at + BEGINNING <= text.length(); at++) {
            if (hashes.get(hash(text, at))) {
                var from = at;
                byBeginning.getOrDefault(text.substring(at, at + BEGINNING), List.of()).stream()
                        .filter(each -> text.startsWith(each, from))
                        .forEach(found);
            }
        }
        return found.build();
    }

    private static int hash(String text, int at) {
        int hash = 0;
        for (int i = 0; i < BEGINNING; i++) {
            hash = hash * 31 + text.charAt(at + i);
        }
        return (hash ^ hash >>> 16) & 0xffff;
    }
}
