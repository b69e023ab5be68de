package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.sample.Sample;
import java.util.Optional;
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
        var line = offer.line(sample.query());
        sample.asks()
                .ifPresent(
                        asks -> assertThat(line).as("%s: asks", sample.place()).isEqualTo(asks));
        var reading = offer.read(sample.query(), sample.response());
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
