package dev.universalapi.engine.token;

import java.time.Duration;
import java.time.Instant;

/// A token that a provider gave us.
///
/// @param renewAt when another is fetched in its stead, while it is still good
/// @param endsAt when it is no longer good
public record Token(String value, Instant renewAt, Instant endsAt) {
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);
    private static final int SHARE_OF_MARGIN = 10;

    /// One that was asked for at a moment and is good for a while from then: renewed 60 s or a tenth of its life
    /// before it ends, whichever is less.
    static Token of(String value, Instant asked, Duration life) {
        var tenth = life.dividedBy(SHARE_OF_MARGIN);
        var margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        return new Token(value, asked.plus(life).minus(margin), asked.plus(life));
    }

    boolean good(Instant now) {
        return now.isBefore(endsAt);
    }

    boolean fresh(Instant now) {
        return now.isBefore(renewAt);
    }

    /// Without the token.
    @Override
    public String toString() {
        return "a token until " + endsAt;
    }
}
