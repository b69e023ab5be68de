package dev.universalapi.bench.ladder;

import dev.universalapi.bench.trial.Load.Question;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Questions that nobody asked before, so that no cache can answer them.
final class Questions {
    /// Those that there are questions for.
    static final List<String> OPERATIONS =
            List.of("weather/current", "weather/forecast", "exchange/latest", "joke/random");

    private static final int LETTERS = 26;
    /// One for all: two of the same seed would ask the same.
    private static final Random RANDOM = new Random(4);
    /// There are too few currencies for every question to be new.
    private static final String[] ANEW = {"Cache-Control", "no-cache"};

    /// The sandbox has rates of euros only from these: one is not asked for any other, and to one an answer must name
    /// the currency that was asked for.
    private static final Set<String> ONLY_EUROS = Set.of("european-central-bank", "currency-api");

    private final int patienceMillis;

    /// @param patienceMillis how long the caller waits for an answer
    Questions(int patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /// For one operation, to be asked of this provider first.
    Supplier<Question> first(String operation, String provider) {
        var order = "{\"order\":[\"" + provider + "\"]}";
        if (operation.equals("exchange/latest") && ONLY_EUROS.contains(provider)) {
            var again = of(operation, "X-Route", order);
            return () ->
                    new Question("/api/exchange/latest?base=EUR", again.get().headers());
        }
        return of(operation, "X-Route", order);
    }

    /// For one operation, with these headers in turn.
    Supplier<Question> of(String operation, String... headers) {
        var more = operation.equals("exchange/latest") ? ANEW : new String[0];
        var patience = Stream.of("X-Request-Timeout-Ms", String.valueOf(patienceMillis));
        var all = Stream.concat(Stream.of(headers), Stream.concat(Stream.of(more), patience))
                .toArray(String[]::new);
        return () -> new Question(path(operation), all);
    }

    private static String path(String operation) {
        return switch (operation) {
            case "weather/current" -> "/api/weather/current?" + place();
            // as many days as every provider gives
            case "weather/forecast" -> "/api/weather/forecast?days=3&" + place();
            case "exchange/latest" -> "/api/exchange/latest?base=" + letter() + letter() + letter();
            case "joke/random" -> "/api/joke/random";
            default -> throw new IllegalArgumentException("nobody wrote a question for " + operation);
        };
    }

    private static String place() {
        return String.format(
                Locale.ROOT,
                "latitude=%.4f&longitude=%.4f",
                RANDOM.nextDouble() * 170 - 85,
                RANDOM.nextDouble() * 340 - 170);
    }

    private static char letter() {
        return (char) ('A' + RANDOM.nextInt(LETTERS));
    }
}
