package dev.longshore.platform;

/** What comes over the socket of the data folder, read as the program does. */
public final class ForeignRequest {
    private ForeignRequest() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it asks for nothing
     */
    public static void read(String words) {
        var _ = SecondStartRequest.of(words);
    }
}
