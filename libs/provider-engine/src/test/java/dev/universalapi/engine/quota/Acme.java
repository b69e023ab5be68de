package dev.universalapi.engine.quota;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.trial.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A provider with quotas, and what it answers.
final class Acme {
    static final String KEY = "a1b2c3";
    static final Map<String, Long> ONE = Map.of("requests", 1L);
    static final Map<String, Long> NOTHING = Map.of();

    private Acme() {}

    static Provider allows(String quota) {
        return Draft.provider(Draft.HEAD + "quota: " + quota + "\n"
                + "operations:\n  trial/listing:\n    get: /\n    answer: { all: /all }\n");
    }

    static Provider unlimited() {
        return Draft.provider(Draft.HEAD + "operations:\n  trial/listing:\n    get: /\n    answer: { all: /all }\n");
    }

    static EgressResponse says(String... headers) {
        var named = new HashMap<String, List<String>>();
        for (var i = 0; i < headers.length; i += 2) {
            named.put(headers[i], List.of(headers[i + 1]));
        }
        return new EgressResponse(200, named, new byte[0]);
    }

    /// How many of so many calls are granted.
    static int granted(Quotas quotas, Provider provider, int wanted) {
        var granted = 0;
        for (var i = 0; i < wanted; i++) {
            granted += quotas.take(provider, KEY, ONE) instanceof Grant.Granted ? 1 : 0;
        }
        return granted;
    }
}
