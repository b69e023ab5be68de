package dev.universalapi.bench.durable;

import java.time.Instant;

/// Usage as a service writes it.
final class Written {
    private static final int ORGANISATIONS = 10;
    private static final int PROVIDERS = 5;

    private Written() {}

    /// One event, and its number. Ten organisations ask five providers in turn.
    ///
    /// @param producer also the beginning of the request's id
    static String usage(String source, String producer, long sequence, Instant at, int units) {
        return """
                {"specversion":"1.0","id":"%1$s-%2$d#1.proof","source":"%3$s","type":"usage.recorded.v1",\
                "subject":"org-%4$d","time":"%5$s","datacontenttype":"application/json","producer":"%1$s",\
                "sequence":"%2$019d","data":{"organisation":"org-%4$d","key":"key-%4$d","requestId":"%1$s-%2$d",\
                "attempt":1,"category":"weather","operation":"weather/current","provider":"provider-%6$d",\
                "outcome":"ok","cached":false,"settles":true,"units":%7$d,"unit":"call","cost":0.0001,\
                "latencyMillis":%8$d,"at":"%5$s","once":"proof"}}""".formatted(
                        producer,
                        sequence,
                        source,
                        sequence % ORGANISATIONS,
                        at,
                        sequence / ORGANISATIONS % PROVIDERS,
                        units,
                        20 + sequence % 200);
    }
}
