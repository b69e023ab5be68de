package dev.universalapi.engine.quota;

import java.time.InstantSource;
import java.util.Optional;

/// Shared counts that can go away, lose what they held, and lose an answer.
final class FakeStore implements Counts {
    private final LocalCounts counts;
    private volatile boolean away;
    private volatile boolean mute;
    private volatile boolean slow;
    private volatile boolean late;
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

    /// Answers too late, while others are answered in time.
    void slow(boolean is) {
        slow = is;
    }

    /// Counts, and answers too late for that to be known, while others are answered in time.
    void late(boolean is) {
        late = is;
    }

    @Override
    public boolean away() {
        return away || mute;
    }

    void lose() {
        counts.lose();
    }

    @Override
    public synchronized Optional<Told> tell(Ask ask) {
        asked++;
        if (away || slow) {
            return Optional.empty();
        }
        var told = counts.tell(ask);
        return mute || late ? Optional.empty() : told;
    }
}
