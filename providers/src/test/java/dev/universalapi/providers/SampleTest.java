package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.first.Taken;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.sample.Sample;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/// One sample: the call it asks, and the answer or outcome it comes to, exactly.
final class SampleTest {
    private final Offer offer;
    private final Sample sample;

    private SampleTest(Offer offer, Sample sample) {
        this.offer = offer;
        this.sample = sample;
    }

    static DynamicTest of(Provider provider, Sample sample) {
        var offer = provider.offer(sample.operation().path()).orElseThrow();
        var expected = switch (sample.expected()) {
            case Sample.Answer _ -> "answer";
            case Sample.Failed failed -> failed.outcome().label();
        };
        var name = sample.operation().path() + " " + sample.operation().describe(sample.query()) + " "
                + sample.response().status() + " → " + expected + " (" + sample.place() + ")";
        return DynamicTest.dynamicTest(name, () -> new SampleTest(offer, sample).run());
    }

    private void run() throws UnfillableException {
        if (sample.expected() instanceof Sample.Failed(Outcome outcome, var _) && outcome == Outcome.UNSUPPORTED) {
            assertThat(offer.unsupported(sample.query()))
                    .as("%s: the query must not be accepted", sample.place())
                    .isPresent();
            return;
        }
        assertThat(offer.unsupported(sample.query()))
                .as("%s: the query must be accepted", sample.place())
                .isEmpty();
        var known = sample.first().isPresent() ? behind(sample.first().get()) : offer;
        if (known == null) {
            return;
        }
        var line = known.line(sample.query());
        sample.asks()
                .ifPresent(
                        asks -> assertThat(line).as("%s: asks", sample.place()).isEqualTo(asks));
        comesTo(known.read(sample.query(), sample.response()));
    }

    /// The offer behind the call before; null if the conversation ends there, as the sample says.
    private @Nullable Offer behind(Sample.First first) throws UnfillableException {
        if (first.asks().isPresent()) {
            assertThat(offer.before().orElseThrow().line(sample.query()))
                    .as("%s: asks-first", sample.place())
                    .isEqualTo(first.asks().get());
        }
        return switch (offer.take(sample.query(), first.response())) {
            case Taken.Values(var values) -> offer.knowing(values);
            case Taken.Ended(var reading) -> {
                comesTo(reading);
                yield null;
            }
        };
    }

    private void comesTo(Reading reading) {
        switch (sample.expected()) {
            case Sample.Answer _ -> answers(reading);
            case Sample.Failed failed -> fails(reading, failed.outcome(), failed.message());
        }
    }

    private void answers(Reading reading) {
        assertThat(reading).as("%s: must be an answer", sample.place()).isInstanceOf(Reading.Answer.class);
        if (reading instanceof Reading.Answer answer) {
            assertThat(sample.differs(answer.value()))
                    .as("%s: how the answer differs", sample.place())
                    .isEmpty();
        }
    }

    private void fails(Reading reading, Outcome outcome, Optional<String> message) {
        assertThat(reading.outcome()).as("%s: %s", sample.place(), reading).isEqualTo(outcome);
        message.ifPresent(text ->
                assertThat(reading).as("%s: message", sample.place()).isEqualTo(new Reading.Failure(outcome, text)));
    }
}
