package dev.universalapi.bench.durable;

import dev.universalapi.bench.trial.Load.Door;
import dev.universalapi.bench.trial.Load.Question;
import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Every second question was asked before and may be answered out of a cache; the others are new.
final class Questions implements Supplier<Question> {
    private static final int KNOWN = 40;
    private static final int ROUNDS = 4;
    private static final String[] PATIENT = {"X-Request-Timeout-Ms", "10000"};

    private final Random random = new Random(6);
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean onlyKnown;

    /// While the outside world is away, nothing else can be answered.
    void onlyKnown(boolean wanted) {
        onlyKnown = wanted;
    }

    @Override
    public Question get() {
        var number = turn.getAndIncrement();
        return onlyKnown || number % 2 == 0 ? known(number / 2 % KNOWN) : fresh();
    }

    /// Asks all known ones, as often as it takes for either replica to have them.
    void fill(Door door) throws IOException, InterruptedException {
        for (var i = 0; i < KNOWN * ROUNDS; i++) {
            var question = known(i % KNOWN);
            door.get(question.path(), question.headers());
        }
    }

    Question fresh() {
        return at(random.nextDouble() * 170 - 85, random.nextDouble() * 340 - 170);
    }

    private static Question known(int number) {
        return at(number, number + 0.5);
    }

    private static Question at(double latitude, double longitude) {
        return new Question(
                String.format(Locale.ROOT, "/api/weather/current?latitude=%.4f&longitude=%.4f", latitude, longitude),
                PATIENT);
    }
}
