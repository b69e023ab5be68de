package dev.universalapi.host.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.kind.Sink.Taken;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SubscriberTests {
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger drops = new AtomicInteger();
    private final Subscriber subscriber = new Subscriber(
            new Pace(Duration.ofSeconds(15), SHORT, 3, 100, 250),
            part -> new byte[((Words) part).bytes()],
            drops::incrementAndGet);

    private record Words(int bytes) {}

    @Test
    void holdsNoMorePartsThanAllowed() {
        for (int i = 0; i < 3; i++) {
            assertThat(subscriber.part(new Words(1))).isEqualTo(Taken.TAKEN);
        }

        assertThat(subscriber.part(new Words(1))).isEqualTo(Taken.TOO_SLOW);
        assertThat(drops).hasValue(1);
    }

    @Test
    void holdsNoMoreBytesThanAllowed() {
        assertThat(subscriber.part(new Words(100))).isEqualTo(Taken.TAKEN);
        assertThat(subscriber.part(new Words(100))).isEqualTo(Taken.TAKEN);

        assertThat(subscriber.part(new Words(100))).isEqualTo(Taken.TOO_SLOW);
        assertThat(subscriber.dropped()).isTrue();
    }

    @Test
    void hasRoomAgainForWhatWasRead() {
        for (int i = 0; i < 10; i++) {
            assertThat(subscriber.part(new Words(100))).isEqualTo(Taken.TAKEN);
            assertThat(subscriber.next(SHORT)).isInstanceOf(Subscriber.Part.class);
        }

        assertThat(subscriber.idle()).isTrue();
    }

    @Test
    void takesNoPartThatIsTooLarge() {
        assertThat(subscriber.part(new Words(101))).isEqualTo(Taken.TOO_LARGE);
        assertThat(subscriber.idle()).isTrue();
    }

    @Test
    void aReaderIsDroppedOnce() {
        subscriber.drop();
        subscriber.leave();

        assertThat(subscriber.part(new Words(1))).isEqualTo(Taken.TOO_SLOW);
        assertThat(drops).hasValue(1);
    }

    @Test
    void aReaderWhoLeftIsNoSlowOne() {
        subscriber.leave();

        assertThat(subscriber.part(new Words(1))).isEqualTo(Taken.LEFT);
        assertThat(drops).hasValue(0);
    }
}
