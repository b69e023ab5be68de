package dev.universalapi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class WaitingTests {
    private static final ServiceInstance ONE = instance(1);
    private static final ServiceInstance TWO = instance(2);
    private static final ServiceInstance THREE = instance(3);

    private final Waiting waiting = new Waiting();
    private final Random random = new Random(5);

    @Test
    void countsARequestUntilItIsAnswered() {
        var answer = Sinks.<Void>one();
        waiting.during(ONE, answer.asMono()).subscribe();

        assertThat(waiting.of(ONE)).isOne();
        answer.tryEmitEmpty();
        assertThat(waiting.of(ONE)).isZero();
    }

    @Test
    void countsNoLongerWhatFailsOrWhoLeaves() {
        waiting.during(ONE, Mono.error(new IllegalStateException("gone")))
                .onErrorComplete()
                .subscribe();
        waiting.during(ONE, Mono.never()).subscribe().dispose();

        assertThat(waiting.of(ONE)).isZero();
    }

    @Test
    void takesTheOneWithFewerOfTwo() {
        waiting.during(ONE, Mono.never()).subscribe();

        assertThat(IntStream.range(0, 100).mapToObj(_ -> waiting.fewer(List.of(ONE, TWO), random)))
                .containsOnly(TWO);
    }

    @Test
    void takesEachOfManyThatWaitForNothing() {
        assertThat(IntStream.range(0, 100).mapToObj(_ -> waiting.fewer(List.of(ONE, TWO, THREE), random)))
                .contains(ONE, TWO, THREE);
    }

    @Test
    void asksOneThatIsNewOneThingAtATime() {
        answer(ONE, Waiting.GROWN);
        answer(TWO, Waiting.GROWN - 1);
        waiting.during(TWO, Mono.never()).subscribe();
        busy(ONE, 5);
        assertThat(chosen(List.of(ONE, TWO))).containsOnly(ONE);

        answer(TWO, 1);

        assertThat(chosen(List.of(ONE, TWO))).containsOnly(TWO);
    }

    @Test
    void asksOneThatIsNewAndIdle() {
        answer(ONE, Waiting.GROWN);
        busy(ONE, 5);

        assertThat(chosen(List.of(ONE, TWO))).containsOnly(TWO);
    }

    @Test
    void asksAllWhereAllAreNew() {
        busy(ONE, 1);
        busy(TWO, 2);

        assertThat(chosen(List.of(ONE, TWO))).containsOnly(ONE);
    }

    @Test
    void takesOneThatWasAwayForNew() {
        answer(ONE, Waiting.GROWN);
        answer(TWO, Waiting.GROWN);
        waiting.forget(TWO);
        busy(ONE, 5);
        busy(TWO, 1);

        assertThat(chosen(List.of(ONE, TWO))).containsOnly(ONE);
    }

    @Test
    void takesOneThatFailsARequestForNoNewOne() {
        answer(ONE, Waiting.GROWN);
        answer(TWO, Waiting.GROWN);
        waiting.during(TWO, Mono.error(new TimeoutException()))
                .onErrorComplete()
                .subscribe();
        busy(ONE, 5);
        busy(TWO, 1);

        assertThat(chosen(List.of(ONE, TWO))).containsOnly(TWO);
    }

    private Stream<ServiceInstance> chosen(List<ServiceInstance> instances) {
        return IntStream.range(0, 100).mapToObj(_ -> waiting.fewer(instances, random));
    }

    private void answer(ServiceInstance instance, int requests) {
        IntStream.range(0, requests)
                .forEach(_ -> waiting.during(instance, Mono.empty()).subscribe());
    }

    private void busy(ServiceInstance instance, int requests) {
        IntStream.range(0, requests)
                .forEach(_ -> waiting.during(instance, Mono.never()).subscribe());
    }

    @Test
    void takesTheOnlyOneHoweverBusy() {
        waiting.during(ONE, Mono.never()).subscribe();

        assertThat(waiting.fewer(List.of(ONE), random)).isEqualTo(ONE);
    }

    private static ServiceInstance instance(int number) {
        return new DefaultServiceInstance("i" + number, "search-service", "127.0.0.1", number, false);
    }
}
