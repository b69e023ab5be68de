package dev.universalapi.bench.parity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One endpoint of theirs, and ours beside it.
///
/// @param theirs its address, or those of several that are answered alike
/// @param state how it worked there
/// @param ours the calls that answer it; or `issue …`, that it waits for; or `none: …`, why there is none
record Row(String theirs, String state, String ours) {
    private static final List<String> STATES = List.of("OK", "KEY", "PART", "BROKEN", "OFF");
    private static final Pattern WAITING = Pattern.compile("(issue \\d+|a later issue): .+");
    private static final Pattern NEVER = Pattern.compile("none: .+");

    /// What stands beside an endpoint of theirs.
    enum Kind {
        ANSWERED,
        WAITING,
        NEVER
    }

    List<Call> calls() {
        return Call.in(ours);
    }

    /// Empty where it is told in no way that can be believed.
    Optional<Kind> kind() {
        if (!STATES.contains(state)) {
            return Optional.empty();
        }
        var waiting = WAITING.matcher(ours).matches();
        var never = NEVER.matcher(ours).matches();
        if (calls().isEmpty()) {
            return waiting ? Optional.of(Kind.WAITING) : never ? Optional.of(Kind.NEVER) : Optional.empty();
        }
        return waiting || never ? Optional.empty() : Optional.of(Kind.ANSWERED);
    }
}
