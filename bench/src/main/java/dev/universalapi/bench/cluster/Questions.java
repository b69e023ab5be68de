package dev.universalapi.bench.cluster;

import dev.universalapi.bench.trial.Load.Question;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// What the weather is: every second time at a place that was asked about before, else at a new one.
public final class Questions implements Supplier<Question> {
    private static final int KNOWN = 40;
    private static final String[] PATIENT = {"X-Request-Timeout-Ms", "10000"};

    private final Random random = new Random();
    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public Question get() {
        var number = turn.getAndIncrement();
        return number % 2 == 0 ? at(number / 2 % KNOWN, 0.5) : fresh();
    }

    /// One that was asked before, once all of them were.
    public Question kept() {
        return at(turn.getAndIncrement() % KNOWN, 0.5);
    }

    public Question fresh() {
        return at(random.nextDouble() * 170 - 85, random.nextDouble() * 340 - 170);
    }

    public static Question known() {
        return at(0, 0.5);
    }

    private static Question at(double latitude, double longitude) {
        return new Question(
                String.format(Locale.ROOT, "/api/weather/current?latitude=%.4f&longitude=%.4f", latitude, longitude),
                PATIENT);
    }
}
