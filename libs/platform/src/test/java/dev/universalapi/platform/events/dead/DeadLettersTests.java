package dev.universalapi.platform.events.dead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.events.Garden;
import dev.universalapi.platform.events.garden.Watered;
import dev.universalapi.platform.events.receive.Subscriptions;
import dev.universalapi.platform.events.send.Broker;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealKafka;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RealStores
class DeadLettersTests {
    private static final RealDatabase DATABASE = Garden.database();
    private static final Caller OPERATOR =
            new Caller("key", "ops", Caller.Environment.LIVE, List.of(DeadLettersController.SCOPE.toString()));
    private static final Caller STRANGER = new Caller("key", "acme", Caller.Environment.LIVE, List.of());

    private final String organisation = "org-" + UUID.randomUUID();
    private final Garden garden = Garden.fresh(DATABASE);
    private final DeadLetters letters =
            letters(new Graveyard(Map.of("bootstrap.servers", RealKafka.bootstrapServers())));
    private final DeadLettersController controller = new DeadLettersController(letters);

    @BeforeAll
    static void isPatient() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @AfterAll
    static void leaves() {
        Awaitility.reset();
    }

    @AfterEach
    void closes() {
        Garden.POISON.clear();
        garden.close();
    }

    @Test
    void replaysALetterThatIsCountedOnceAndShowsItNoMore() {
        var id = bury("bad", 7);
        var letter = waiting().getFirst();
        Garden.POISON.clear();

        assertThat(controller.replay(OPERATOR, letter.id()).replayed()).isEqualTo(1);
        await().until(() -> garden.litres(organisation).equals(List.of(7, 1)));
        controller.replay(OPERATOR, letter.id());
        await().until(() -> garden.count("events.duplicates") >= 1);

        assertThat(letter.event()).isEqualTo(id);
        assertThat(letter.cause()).isEqualTo(Cause.FAILED);
        assertThat(letter.message()).contains("is poison").doesNotContain("\tat ");
        assertThat(garden.litres(organisation)).containsExactly(7, 1);
        assertThat(waiting()).isEmpty();
        assertThat(controller.table(OPERATOR, null, null, null, false, 10)).startsWith("No event");
        assertThat(controller.list(OPERATOR, null, null, null, true, 10).letters())
                .singleElement()
                .satisfies(shown -> assertThat(shown.replayedAt()).isNotNull());
    }

    @Test
    void countsThoseThatWaitUntilTheyAreReplayed() {
        var meters = new SimpleMeterRegistry();
        var waiting = new WaitingLetters(letters, meters);
        var before = waiting(meters);
        bury("one", 1);
        bury("two", 2);
        await().until(() -> waiting().size() == 2);

        waiting.look();
        var buried = waiting(meters);
        Garden.POISON.clear();
        controller.replay(OPERATOR, waiting().getFirst().id());
        waiting.look();

        assertThat(before).isZero();
        assertThat(buried).isEqualTo(2);
        assertThat(waiting(meters)).isEqualTo(1);
    }

    @Test
    void keepsTheCountOfThoseThatWaitWhileKafkaIsAway() {
        var meters = new SimpleMeterRegistry();
        var away = new WaitingLetters(
                letters(new Graveyard(Map.of("bootstrap.servers", "127.0.0.1:1"), Duration.ofMillis(200))), meters);

        away.look();

        assertThat(waiting(meters)).isZero();
    }

    @Test
    void replaysAllOfAKindAndLeavesTheOthers() {
        bury("one", 1);
        bury("two", 2);
        tell("no event");
        await().until(() -> waiting().size() == 3);
        Garden.POISON.clear();

        var replayed = controller.replayAll(OPERATOR, "garden.events", "garden.watered.v1", "failed");

        assertThat(replayed.replayed()).isEqualTo(2);
        await().until(() -> garden.litres(organisation).equals(List.of(3, 2)));
        assertThat(waiting()).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(Cause.UNREADABLE);
            assertThat(letter.type()).isNull();
        });
    }

    @Test
    void showsTheWholeOfOneLetter() {
        bury("bad", 7);
        var listed = waiting().getFirst();

        var whole = controller.get(OPERATOR, listed.id());

        assertThat(controller.table(OPERATOR, null, null, null, false, 10))
                .contains(listed.id(), "FAILED", "garden.watered.v1", organisation);
        assertThat(listed.content()).isNull();
        assertThat(whole.content()).contains("\"litres\":7");
        assertThat(whole.topic()).isEqualTo("garden.events");
        assertThat(whole.offset()).isNotNegative();
        assertThat(whole.organisation()).isEqualTo(organisation);
    }

    @Test
    void letsNobodyInButOperators() {
        assertThatThrownBy(() -> controller.list(STRANGER, null, null, null, false, 10))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.type()).isEqualTo(ProblemType.FORBIDDEN));
        assertThatThrownBy(() -> controller.replayAll(STRANGER, null, null, null))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        assertThatThrownBy(() -> controller.list(OPERATOR, null, null, null, false, 0))
                .hasMessageContaining("limit");
        assertThatThrownBy(() -> controller.list(OPERATOR, null, null, "bad luck", false, 1))
                .hasMessageContaining("cause");
        assertThatThrownBy(() -> controller.get(OPERATOR, "garden.events:0:999999"))
                .hasMessageContaining("not-found");
        assertThatThrownBy(() -> controller.replay(OPERATOR, "nothing")).hasMessageContaining("not-found");
    }

    private DeadLetters letters(Graveyard graveyard) {
        return new DeadLetters(
                graveyard,
                garden.bean(Undertaker.class),
                garden.bean(Codec.class),
                garden.bean(Subscriptions.class).topics());
    }

    private static double waiting(MeterRegistry meters) {
        return meters.get("events.dead.waiting")
                .tag("topic", "garden.events")
                .gauge()
                .value();
    }

    private List<DeadLetter> waiting() {
        return controller.list(OPERATOR, null, null, null, false, 10).letters();
    }

    /// The id of an event that became a dead letter.
    private String bury(String name, int litres) {
        var id = organisation + name;
        var before = garden.count("events.dead");
        Garden.POISON.add(id);
        garden.publish(new Watered(organisation, id, litres, Instant.now()));
        await().until(() -> garden.count("events.dead") > before);
        return id;
    }

    private void tell(String content) {
        var producer = garden.bean(Broker.class).producer();
        producer.send(new ProducerRecord<>(
                "garden.events",
                organisation.getBytes(StandardCharsets.UTF_8),
                content.getBytes(StandardCharsets.UTF_8)));
        producer.flush();
    }
}
