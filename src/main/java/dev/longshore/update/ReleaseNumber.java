package dev.longshore.update;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The number of a release, such as 1.10.0, which is newer than 1.9. */
record ReleaseNumber(String text, List<Integer> parts) implements Comparable<ReleaseNumber> {
    private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");

    /** Reads {@code text}; empty where it is none. */
    static Optional<ReleaseNumber> read(String text) {
        return Optional.of(text).filter(each -> FORM.matcher(each).matches()).map(
                each -> new ReleaseNumber(each, Stream.of(each.split("\\.")).map(Integer::valueOf).toList()));
    }

    @Override
    public int compareTo(ReleaseNumber other) {
        return IntStream.range(0, Math.max(parts.size(), other.parts.size()))
                .map(i -> Integer.compare(part(i), other.part(i))).filter(each -> each != 0).findFirst().orElse(0);
    }

    private int part(int index) {
        return index < parts.size() ? parts.get(index) : 0;
    }
}
