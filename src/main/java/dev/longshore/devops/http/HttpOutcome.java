package dev.longshore.devops.http;

import dev.longshore.devops.Receipt;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What one request brought, before anybody reads it. */
sealed interface HttpOutcome {
    Receipt receipt();

    /** True when asking again may well help: the connection failed, not the service. */
    boolean isConnectionFault();

    /**
     * The service answered.
     *
     * @param code HTTP status code
     * @param body what there is of the body
     */
    record HttpAnswer(int code, Headers headers, Body body, Receipt receipt) implements HttpOutcome {
        @Override
        public boolean isConnectionFault() {
            return isGood() && body.flaw() == Body.Flaw.BROKEN_OFF;
        }

        boolean isGood() {
            return code / 100 == 2;
        }

        /** Where the service says that the address has moved to, or null. */
        @Nullable
        String location() {
            return code / 100 == 3 ? headers.get("Location") : null;
        }
    }

    /**
     * It did not.
     *
     * @param sent true when it may have seen the request all the same
     */
    record NoHttpAnswer(NetworkFault networkFault, boolean sent, Receipt receipt) implements HttpOutcome {
        @Override
        public boolean isConnectionFault() {
            return networkFault.isOfConnection();
        }
    }
}
