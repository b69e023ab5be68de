package dev.universalapi.engine.first;

import dev.universalapi.engine.mapping.Reading;
import java.util.Map;

/// What comes of the call before.
public sealed interface Taken {

    /// Every value is there: the conversation goes on.
    record Values(Map<String, Object> byName) implements Taken {}

    /// It ends here.
    record Ended(Reading reading) implements Taken {}
}
