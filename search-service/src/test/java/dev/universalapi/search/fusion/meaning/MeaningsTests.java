package dev.universalapi.search.fusion.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeaningsTests {
    private static final Duration ENDLESS = Duration.ofDays(1);

    private final AtomicLong nanos = new AtomicLong();
    private final TopicModel model = new TopicModel();

    private Meanings meanings(Meanings.Loader loader) {
        return new Meanings(loader, 100, 1, nanos::get);
    }

    @Test
    void hasNoneUntilTheModelIsLoaded() throws Exception {
        var may = new CountDownLatch(1);
        var meanings = meanings(() -> {
            may.await();
            return model;
        });

        var loading = meanings.load();
        var before = meanings.of(List.of("a car"), ENDLESS);
        may.countDown();
        loading.join();
        var after = meanings.of(List.of("a car"), ENDLESS);

        assertThat(before).isEmpty();
        assertThat(after).containsOnlyKeys("a car");
        assertThat(meanings.state()).isEqualTo(Meanings.State.READY);
    }

    @Test
    void goesOnWithoutWhereALibraryDoesNotRun() {
        var meanings = meanings(() -> {
            throw new UnsatisfiedLinkError("made for another processor");
        });

        meanings.load().join();

        assertThat(meanings.state()).isEqualTo(Meanings.State.FAILED);
        assertThat(meanings.of(List.of("a car"), ENDLESS)).isEmpty();
    }

    @Test
    void goesOnWithoutWhereTheModelStopsRunning() {
        var meanings = meanings(() -> new Encoder() {
            @Override
            public float[] encode(String text) {
                if (text.equals("too much")) {
                    throw new IllegalStateException("out of memory");
                }
                return new float[] {1};
            }

            @Override
            public void close() {}
        });
        meanings.load().join();

        var found = meanings.of(List.of("a car", "too much", "a tulip"), ENDLESS);

        assertThat(found).containsOnlyKeys("a car");
        assertThat(meanings.state()).isEqualTo(Meanings.State.FAILED);
    }

    @Test
    void loadsOnce() {
        var loads = new AtomicLong();
        var meanings = meanings(() -> {
            loads.incrementAndGet();
            return model;
        });

        meanings.load().join();
        meanings.load().join();

        assertThat(loads).hasValue(1);
    }

    @Test
    void encodesATextOnce() {
        var meanings = meanings(() -> model);
        meanings.load().join();

        meanings.of(List.of("a car", "a tulip"), ENDLESS);
        var again = meanings.of(List.of("a tulip", "a car"), Duration.ZERO);

        assertThat(model.encoded).isEqualTo(2);
        assertThat(again).containsOnlyKeys("a car", "a tulip");
    }

    @Test
    void comparesByTheWayVectorsPoint() {
        var car = Vector.of(model.encode("a car"));
        var cars = Vector.of(model.encode("a car, an automobile"));
        var tulip = Vector.of(model.encode("a tulip"));
        var nothing = Vector.of(new float[4]);

        assertThat(car.cosine(cars)).isCloseTo(1, within(0.01));
        assertThat(car.cosine(tulip)).isLessThan(0.2);
        assertThat(car.cosine(nothing)).isZero();
    }

    @Test
    void encodesNoMoreThanThereIsTimeFor() {
        var slow = new Encoder() {
            @Override
            public float[] encode(String text) {
                nanos.addAndGet(Duration.ofMillis(10).toNanos());
                return new float[] {1};
            }

            @Override
            public void close() {}
        };
        var meanings = meanings(() -> slow);
        meanings.load().join();

        var found = meanings.of(List.of("1", "2", "3", "4", "5", "6"), Duration.ofMillis(40));

        assertThat(found).containsOnlyKeys("1", "2", "3", "4");
    }

    @Test
    void triesAgainAfterASlowMoment() {
        var took = new AtomicLong(Duration.ofSeconds(8).toNanos());
        var meanings = meanings(() -> new Encoder() {
            @Override
            public float[] encode(String text) {
                nanos.addAndGet(took.get());
                return new float[] {1};
            }

            @Override
            public void close() {}
        });
        meanings.load().join();
        meanings.of(List.of("slow"), ENDLESS);
        took.set(0);

        var refused = meanings.of(List.of("later"), Duration.ofMillis(40));
        for (var at = 0; at < 100; at++) {
            meanings.of(List.of("later"), Duration.ofMillis(40));
        }

        assertThat(refused).isEmpty();
        assertThat(meanings.known(List.of("later"))).hasSize(1);
    }

    @Test
    void letsGoOfTheModelWhenItCloses() {
        var meanings = meanings(() -> model);
        meanings.load().join();

        meanings.close();

        assertThat(model.closed).isTrue();
        assertThat(meanings.state()).isEqualTo(Meanings.State.CLOSED);
        assertThat(meanings.of(List.of("a car"), ENDLESS)).isEmpty();
    }

    @Test
    void letsGoOfAModelThatComesAfterItClosed() {
        var may = new CountDownLatch(1);
        var meanings = meanings(() -> {
            may.await();
            return model;
        });
        var loading = meanings.load();

        meanings.close();
        may.countDown();
        loading.join();

        assertThat(model.closed).isTrue();
        assertThat(meanings.state()).isEqualTo(Meanings.State.CLOSED);
    }
}
