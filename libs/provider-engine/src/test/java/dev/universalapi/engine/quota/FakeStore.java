package dev.universalapi.engine.quota;

import java.time.InstantSource;
import java.util.Optional;

/// Shared counts that can go away, lose what they held, and lose an answer.
final class FakeStore implements Counts {
    private final LocalCounts counts;
    private volatile boolean away;
    private volatile boolean mute;
    int asked;

    FakeStore(InstantSource clock) {
        counts = new LocalCounts(clock);
    }

    void away(boolean is) {
        away = is;
    }

    /// Counts, and is not heard.
    void mute(boolean is) {
        mute = is;
    }

    void lose() {
        counts.lose();
    }

    @Override
    public synchronized Optional<Told> tell(Ask ask) {
        asked++;
        if (away) {
            return Optional.empty();
        }
        var told = counts.tell(ask);
        return mute ? Optional.empty() : told;
    }
}
