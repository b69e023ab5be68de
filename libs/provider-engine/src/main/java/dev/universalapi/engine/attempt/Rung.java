package dev.universalapi.engine.attempt;

import dev.universalapi.engine.manifest.Credential;
import java.time.Duration;
import java.util.Map;

/// One way to ask one provider one question: with one of its credentials.
public interface Rung {
    /// The provider's id.
    String provider();

    /// How the provider knows us.
    Credential credential();

    /// Whether anything leaves the house.
    boolean calls();

    /// Whether it must not be asked twice, nor anybody beside or after it, once a try of it was [Tried#sent].
    boolean once();

    /// What a call takes from the quota, by unit.
    Map<String, Long> spends();

    /// How long the provider took to answer, of a try that is over: of a stream only until its first part, since
    /// the rest lasts as long as its reader and what is told in it.
    ///
    /// @param whole how long the try took
    default Duration latency(Duration whole) {
        return whole;
    }

    /// Asks, for at most that long. Interrupting the thread ends it.
    Tried ask(Duration timeout);
}
