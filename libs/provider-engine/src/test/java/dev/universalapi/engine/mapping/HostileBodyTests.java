package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Bodied;
import dev.universalapi.engine.trial.Corpus;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Replays the corpus of hostile bodies: each comes to the right outcome, whole and cut anywhere, and costs little.
class HostileBodyTests {
    private static final Corpus CORPUS = Corpus.of("body");
    private static final Set<Outcome> OF_A_BODY = EnumSet.of(Outcome.OK, Outcome.MALFORMED, Outcome.DRIFTED);
    private static final long MOST_ALLOCATED = 256L * 1024 * 1024;
    private static final int SHORT = 2_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> bodies() {
        return CORPUS.lines("expected.txt").stream().map(line -> Arguments.of((Object[]) line.split(" ¦ ", 3)));
    }

    private static Outcome read(String file, byte[] body, String contentType) {
        var headers = Map.of("content-type", List.of(contentType.equals("-") ? "" : contentType));
        return Bodied.offer(file)
                .read(AnyValue.NONE, new EgressResponse(200, headers, body))
                .outcome();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void comesToTheRightOutcome(String file, String contentType, String expected) {
        var body = CORPUS.file(file);

        var before = THREADS.getCurrentThreadAllocatedBytes();
        var outcome = read(file, body, contentType);
        var allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(outcome.label()).isEqualTo(expected);
        assertThat(allocated).isLessThan(MOST_ALLOCATED);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void comesToAnOutcomeWhereverItIsCut(String file, String contentType, String expected) {
        var body = CORPUS.file(file);

        for (int end = 0; end < Math.min(body.length, SHORT); end++) {
            assertThat(read(file, Arrays.copyOf(body, end), contentType))
                    .as("cut at %d", end)
                    .isIn(OF_A_BODY);
        }
    }

    @Test
    void leavesOutNoFile() {
        assertThat(bodies().map(arguments -> String.valueOf(arguments.get()[0])))
                .containsExactlyInAnyOrderElementsOf(CORPUS.names("").stream()
                        .filter(name -> !name.equals("expected.txt"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{//b}", "//b | join:x | last-part", "{//b}{//b} | last-part", "//l | join:x | none:y"})
    void endsAnEchoInEachElement(String name) {
        var offer = Draft.offer("trial/places", """
                get: /x
                answer:
                  places: { each: /a, name: '%s', height: =1 }
                  named: none
                """.formatted(name));
        var part = "x".repeat(100_000);
        var body = "{\"b\":[\"" + part + "\"],\"l\":[\"" + part + "\",\"/\"],\"a\":[" + "1,".repeat(4_000) + "1]}";

        var before = THREADS.getCurrentThreadAllocatedBytes();
        var reading = offer.read(new Places(0, 0, 5_000, null, null, null), Draft.response(200, body));

        assertThat(reading.outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void endsATextThatGrows() {
        var texts = ("\"" + "z".repeat(800) + "\",").repeat(4_999);
        var body =
                "{\"b\":\"" + "y".repeat(100_000) + "\",\"t\":\"" + "zx".repeat(6_000) + "\",\"l\":[" + texts + "1]}";

        var answers = List.of(
                "text: \"" + "{/b}".repeat(1_000) + "\"",
                "text: '/l | join:\"" + "y".repeat(90) + "\"'",
                "list: \"/t | split:x\"");

        assertThat(answers).allSatisfy(answer -> {
            var offer = Draft.offer("trial/any", "get: /x\nanswer: { " + answer + " }");
            var before = THREADS.getCurrentThreadAllocatedBytes();
            var reading = offer.read(AnyValue.NONE, Draft.response(200, body));

            assertThat(reading.outcome()).isEqualTo(Outcome.MALFORMED);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
        });
    }
}
