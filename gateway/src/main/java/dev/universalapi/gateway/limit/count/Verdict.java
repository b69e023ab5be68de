package dev.universalapi.gateway.limit.count;

import java.time.Duration;
import java.util.List;

/// Whether a call comes in.
public sealed interface Verdict {
    /// How the limits stand, that of rates first.
    List<Standing> standings();

    /// It comes in; whoever asked ends what is held.
    record Admitted(List<Standing> standings, Hold hold) implements Verdict {
        public Admitted {
            standings = List.copyOf(standings);
        }
    }

    /// A rate has no room.
    ///
    /// @param again until it has
    record TooFast(List<Standing> standings, Standing by, Duration again) implements Verdict {
        public TooFast {
            standings = List.copyOf(standings);
        }
    }

    /// A quota has no room.
    ///
    /// @param again until it may have: to its end, or shorter where calls under way may yet free some
    /// @param recounting whether it is being counted again, and only an allowance holds
    record UsedUp(List<Standing> standings, Standing by, Duration again, boolean recounting) implements Verdict {
        public UsedUp {
            standings = List.copyOf(standings);
        }
    }

    /// Redis is there and did not answer in time: what it counted nobody knows, so nothing is let in.
    record Unknown() implements Verdict {
        @Override
        public List<Standing> standings() {
            return List.of();
        }
    }
}
