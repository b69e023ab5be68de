package dev.universalapi.engine.attempt;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.trial.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Some providers of all kinds, asked again and again; one for each seed.
final class Scenario {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    /// One question.
    record Asked(List<Tried> tried, Duration took, Duration allowed) {}

    /// @param reliable share of its calls that bring an answer
    /// @param usual how long an answer takes
    private record Nature(String id, int credentials, double reliable, int usual, boolean once) {}

    private final Random random;
    private final Mountain mountain;
    private final List<Nature> natures;
    private final double hedgeShare;
    private final boolean hasty;
    private final List<String> calls = new ArrayList<>();
    private final List<String> forbidden = new ArrayList<>();
    private final Map<String, Instant> notBefore = new HashMap<>();
    private final Instant start;

    Scenario(long seed) {
        // neighbouring seeds begin alike
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        hedgeShare = random.nextBoolean() ? 0.02 : 0.5;
        mountain = new Mountain(seed, Efforts.hedges(hedgeShare, 5, 3));
        start = mountain.time.instant();
        hasty = random.nextBoolean();
        natures = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> new Nature(
                        "p" + i,
                        1 + random.nextInt(2),
                        random.nextInt(3) / 2.0,
                        1 + random.nextInt(random.nextBoolean() ? 60 : 3000),
                        random.nextInt(20) == 0))
                .toList();
        for (var nature : natures) {
            if (random.nextInt(4) == 0) {
                mountain.quotas.left.put(credential(nature, 0), random.nextInt(20));
            }
        }
    }

    List<Asked> ask(int questions) {
        var asked = new ArrayList<Asked>();
        for (var i = 0; i < questions; i++) {
            mountain.quotas.resting = random.nextBoolean();
            var allowed = Duration.ofMillis(1 + random.nextInt(hasty ? 300 : 8000));
            var before = mountain.time.instant();
            var tried = mountain.climb(allowed, natures.stream().map(this::step).toList());
            asked.add(new Asked(tried, Duration.between(before, mountain.time.instant()), allowed));
            mountain.time.pass(Duration.ofMillis(random.nextInt(hasty ? 20 : 2000)));
        }
        return asked;
    }

    Mountain mountain() {
        return mountain;
    }

    List<String> providers() {
        return natures.stream().map(Nature::id).toList();
    }

    /// The credential of each call.
    List<String> calls() {
        return calls;
    }

    /// Calls that should not have been made.
    List<String> forbidden() {
        return forbidden;
    }

    /// Second requests for each question.
    double hedgeShare() {
        return hedgeShare;
    }

    Duration passed() {
        return Duration.between(start, mountain.time.instant());
    }

    private Step step(Nature nature) {
        return new Step(
                Named.provider(nature.id),
                IntStream.range(0, nature.credentials)
                        .mapToObj(i -> rung(nature, credential(nature, i)))
                        .toList());
    }

    private FakeRung rung(Nature nature, String credential) {
        var rung = new FakeRung(mountain.time, nature.id, credential, () -> end(nature));
        rung.once = nature.once;
        rung.asked = () -> called(nature, credential);
        rung.ended = attempt -> ended(credential, attempt);
        return rung;
    }

    private void called(Nature nature, String credential) {
        calls.add(credential);
        var now = mountain.time.instant();
        if (mountain.standings.health(nature.id).breaker() == Health.Breaker.OPEN) {
            forbidden.add(nature.id + " has an open breaker at " + now);
        }
        for (var who : List.of(nature.id, credential)) {
            if (now.isBefore(notBefore.getOrDefault(who, now))) {
                forbidden.add(who + " was not to be asked before " + notBefore.get(who));
            }
        }
    }

    private void ended(String credential, Attempt attempt) {
        var who = switch (attempt.outcome()) {
            case UNAVAILABLE -> attempt.provider();
            case RATE_LIMITED, QUOTA_SPENT -> credential;
            default -> "nobody";
        };
        if (attempt.retryAfter() != null) {
            notBefore.put(who, mountain.time.instant().plusSeconds(attempt.retryAfter()));
        }
    }

    private FakeRung.End end(Nature nature) {
        var answers = random.nextDouble() < nature.reliable;
        var outcome = answers ? Outcome.OK : OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        var takes = nature.usual * (random.nextInt(10) == 0 ? 1 + random.nextInt(20) : 1);
        var says = !answers && random.nextInt(3) == 0;
        return new FakeRung.End(outcome, Duration.ofMillis(takes), says ? 1 + random.nextLong(20) : null);
    }

    private static String credential(Nature nature, int number) {
        return nature.id + "-k" + number;
    }
}
