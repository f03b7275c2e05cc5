package dev.longshore.seeds;

/** Connections on which the same bytes come back whatever is asked, and then the end. */
public final class FixedAnswerSockets extends InMemorySockets {
    /** @param answer an HTTP response, or what is none */
    public FixedAnswerSockets(byte[] answer) {
        super(new InMemorySocket.Exchange() {
            private final byte[] bytes = answer.clone();

            @Override
            public void connect() {
                // Always comes about.
            }

            @Override
            public InMemorySocket.Answer answer(byte[] request) {
                return new InMemorySocket.Answer(bytes, true);
            }
        });
    }
}
