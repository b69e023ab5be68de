package dev.universalapi.platform.observability;

import java.util.UUID;

/// Names one request everywhere: answer, logs, traces, receipt.
///
/// @param value 8 to 64 of `A-Z a-z 0-9 _ -`
public record RequestId(String value) {
    /// Where it travels, in and out.
    public static final String HEADER = "X-Request-Id";

    /// Under which logs carry it.
    public static final String LOG_KEY = "requestId";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;

    public RequestId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a request id");
        }
    }

    /// One that nobody had before.
    public static RequestId fresh() {
        return new RequestId(UUID.randomUUID().toString());
    }

    /// Whether a text may be one, so that nothing else ends up in a log.
    public static boolean isWellFormed(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(RequestId::isAllowed);
    }

    private static boolean isAllowed(int letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '_'
                || letter == '-';
    }

    @Override
    public String toString() {
        return value;
    }
}
