package dev.longshore.devops.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import okhttp3.Response;
import okio.Buffer;

/** The body of an answer, as far as it was read. */
final class Body {
    private static final int ENOUGH_OF_AN_ERROR = 64 << 10;
    private static final int PIECE = 16 << 10;

    private final byte[] bytes;
    private final Flaw flaw;

    private Body(byte[] bytes, Flaw flaw) {
        this.bytes = bytes;
        this.flaw = flaw;
    }

    /** Why it is not whole. */
    enum Flaw {
        NONE,
        /** Longer than allowed; the rest was not read. */
        TOO_LARGE,
        /** The connection ended before it did, or its compression is broken. */
        BROKEN_OFF
    }

    /** Reads at most {@code limit} bytes of a good answer, and of an error as much as its message needs. */
    static Body of(Response response, int limit) throws IOException {
        var most = response.isSuccessful() ? limit : Math.min(limit, ENOUGH_OF_AN_ERROR);
        if (response.body().contentLength() > most && response.isSuccessful()) {
            return new Body(new byte[0], Flaw.TOO_LARGE);
        }
        var read = new Buffer();
        try {
            while (read.size() <= most) {
                if (response.body().source().read(read, PIECE) < 0) {
                    return new Body(read.readByteArray(), Flaw.NONE);
                }
            }
        } catch (IOException end) {
            if (end instanceof InterruptedIOException && response.isSuccessful()) {
                throw end;
            }
            return new Body(read.readByteArray(), Flaw.BROKEN_OFF);
        }
        return new Body(read.readByteArray(), Flaw.TOO_LARGE);
    }

    /** The bytes themselves, after decompression; not a copy, so that {@link #wipe} reaches all there is. */
    byte[] bytes() {
        return bytes;
    }

    Flaw flaw() {
        return flaw;
    }

    boolean isWhole() {
        return flaw == Flaw.NONE;
    }

    /** Overwrites the bytes: a status answer holds credentials. */
    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
