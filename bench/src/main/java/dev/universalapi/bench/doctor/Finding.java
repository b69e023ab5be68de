package dev.universalapi.bench.doctor;

import dev.universalapi.engine.outcome.Outcome;

/// What came of a provider's call, or why there was none.
///
/// @param operation that was asked; empty where none was
/// @param detail half a sentence; empty where there is nothing to add
record Finding(String provider, String operation, State state, String detail) {

    /// What a user would do something about.
    enum State {
        WORKS("works"),
        KEY_REFUSED("key refused"),
        QUOTA_SPENT("quota spent"),
        FORMAT_CHANGED("format changed"),
        NOTHING_FOUND("nothing found"),
        REFUSED("refused"),
        UNREACHABLE("unreachable"),
        NO_KEY("no key"),
        NOT_ASKED("not asked");

        private final String label;

        State(String label) {
            this.label = label;
        }

        static State of(Outcome outcome) {
            return switch (outcome) {
                case OK, EMPTY -> WORKS;
                case DEAD_KEY -> KEY_REFUSED;
                case RATE_LIMITED, QUOTA_SPENT -> QUOTA_SPENT;
                case MALFORMED, DRIFTED -> FORMAT_CHANGED;
                case NOT_FOUND -> NOTHING_FOUND;
                case INVALID_INPUT, BLOCKED, UNSUPPORTED -> REFUSED;
                case UNAVAILABLE, TIMEOUT, UNREACHABLE, CANCELLED -> UNREACHABLE;
            };
        }

        /// As it is told.
        String label() {
            return label;
        }
    }

    /// A line of the table.
    @Override
    public String toString() {
        return "%-24s %-16s %-28s %s"
                .formatted(provider, state.label(), operation, detail)
                .stripTrailing();
    }
}
