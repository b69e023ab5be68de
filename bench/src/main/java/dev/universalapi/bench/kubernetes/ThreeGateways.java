package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Questions;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// Limits are exact over three gateways: ten a minute, whoever is asked. It waits until all is answered quickly: a
/// gateway
/// that hears nothing of Redis for 0.6 s, as beside Java processes that start, counts by its share.
record ThreeGateways(Play play) {
    private static final int RATE = 10;
    private static final int AT_ONCE = 30;
    private static final int EACH = 10;
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    void limit() throws Exception {
        play.report().section("Ten a minute, %d times %d over three gateways".formatted(AT_ONCE, EACH));
        play.cluster().scale("gateway", 3);
        play.settled("gateway");
        play.calm();
        play.under("the burst", this::burst);
        play.cluster().scale("gateway", 1);
        play.settled("gateway");
    }

    private void burst() throws Exception {
        var key = limited();
        var statuses = new TreeMap<Integer, Integer>();
        var tasks = Collections.nCopies(AT_ONCE, (Callable<List<Integer>>) () -> ask(key));
        try (var callers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (var future : callers.invokeAll(tasks)) {
                future.get().forEach(status -> statuses.merge(status, 1, Integer::sum));
            }
        }
        play.report().figure("answers by status", statuses);
        play.report().check("exactly ten are let in", statuses.getOrDefault(200, 0) == RATE, statuses.toString());
    }

    // over a connection of its own, which one of the gateways takes
    private List<Integer> ask(String key) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var caller = new Caller(play.gateway(), Map.of("Authorization", "Bearer " + key))) {
            for (var i = 0; i < EACH; i++) {
                statuses.add(caller.get(Questions.known().path()).status());
            }
        }
        return statuses;
    }

    /// A key of a new organisation, which may ask ten times a minute.
    private String limited() throws IOException, InterruptedException {
        var organisation = asked(play.key(), "/api/organisations", """
                {"name":"Exact","plan":"internal"}""");
        var key = asked(organisation.at("/ownerKey/key"), "/api/keys", """
                {"name":"ten a minute","environment":"live","scopes":["weather:read"],\
                "limits":{"rates":[{"requests":%d,"per":"PT1M"}]}}""".formatted(RATE));
        return key.at("/key");
    }

    /// A gateway that was started a moment ago may say 503 first, and when to come again.
    private Caller.Answer asked(String key, String path, String json) throws IOException, InterruptedException {
        try (var caller = new Caller(play.gateway(), Map.of("Authorization", "Bearer " + key))) {
            var last = new AtomicReference<Caller.Answer>();
            var done = Patience.secondsUntil(LONGEST, () -> {
                last.set(caller.ask("POST", path, json, "If-Match", "*"));
                return last.get().status() != UNAVAILABLE;
            });
            if (done < 0 || last.get().status() != CREATED) {
                throw new IOException(path + ": " + last);
            }
            return last.get();
        }
    }
}
