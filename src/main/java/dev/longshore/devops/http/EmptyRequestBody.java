package dev.longshore.devops.http;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The empty body of a POST, marked as one that cannot be sent again: OkHttp's own way to forbid a repetition. */
final class EmptyRequestBody extends RequestBody {
    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return 0;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) {
        // There is nothing to write.
    }
}
