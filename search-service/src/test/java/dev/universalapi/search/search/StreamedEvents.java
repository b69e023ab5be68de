package dev.universalapi.search.search;

import java.util.LinkedHashMap;
import java.util.Map;

/// The events of a stream, for those who describe them.
public final class StreamedEvents {
    private StreamedEvents() {}

    /// What each carries, by its name, in the order in which they come.
    public static Map<String, Class<? extends Record>> bodies() {
        var bodies = new LinkedHashMap<String, Class<? extends Record>>();
        bodies.put("plan", StreamedEvent.Planned.class);
        bodies.put("source", StreamedEvent.Source.class);
        bodies.put("answer", StreamedEvent.Answer.class);
        bodies.put("upsert", StreamedEvent.Upsert.class);
        bodies.put("remove", StreamedEvent.Remove.class);
        bodies.put("coverage", StreamedEvent.Coverage.class);
        bodies.put("done", StreamedEvent.Done.class);
        if (bodies.size() != StreamedEvent.class.getPermittedSubclasses().length) {
            throw new IllegalStateException("an event is missing");
        }
        return bodies;
    }
}
