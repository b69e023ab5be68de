package dev.universalapi.search.search.source;

import static dev.universalapi.search.search.source.Queries.BITCOIN;
import static dev.universalapi.search.search.source.Queries.LYON;
import static dev.universalapi.search.search.source.Queries.SOURCES;
import static dev.universalapi.search.search.source.Queries.SPAN;
import static dev.universalapi.search.search.source.Queries.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.Meta;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.providers.Content;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// What every provider of the catalogue answers comes to something.
class EverySourceTests {
    private static final Catalogue CATALOGUE = Catalogue.load(Operations.beside(Content.class), Content.class);
    private static final Samples SAMPLES = Samples.load(CATALOGUE, Content.class);

    /// One answer as a sample has it.
    private record Sampled(String place, JsonNode data) {}

    @TestFactory
    Stream<DynamicTest> readsWhatProvidersAnswer() {
        return SOURCES.categories().stream()
                .flatMap(category -> SOURCES.of(category).stream())
                .map(source -> DynamicTest.dynamicTest(source.path(), () -> {
                    var answers = answers(source);

                    assertThat(answers).isNotEmpty();
                    answers.forEach(answer -> assertTells(source, answer));
                }));
    }

    private static void assertTells(Source source, Sampled answer) {
        var list = source.takes().list();
        for (var language : Language.values()) {
            var found = Found.of(source, answer.data(), meta(), asked(language), false);
            if (list != null && answer.data().at(list).isEmpty()) {
                assertThat(found.isEmpty()).as(answer.place()).isTrue();
            } else if (source.lane() == Lane.RESULTS) {
                assertThat(found.hits()).as(answer.place()).isNotEmpty();
            } else {
                assertThat(found.fact())
                        .as(answer.place())
                        .extracting(Found.Fact::sentence)
                        .asString()
                        .as(answer.place())
                        .isNotEqualTo("null")
                        .doesNotContain("{", "  ", " .");
            }
        }
    }

    private static List<Sampled> answers(Source source) {
        return CATALOGUE.offering(source.path()).stream()
                .flatMap(offer -> SAMPLES.of(offer.provider(), source.path()).stream())
                .flatMap(sample -> sample.expected() instanceof Sample.Answer(var data)
                        ? Stream.of(new Sampled(sample.place(), data))
                        : Stream.empty())
                .toList();
    }

    private static Given asked(Language language) {
        return given(
                language,
                "knowledge",
                "aspirin",
                "aspirin",
                LYON,
                BITCOIN,
                new Slot.Ticker(SPAN, "AAPL"),
                new Slot.Currency(SPAN, "EUR"));
    }

    private static Meta meta() {
        return new Meta(
                "somebody",
                null,
                "sandbox",
                "receipt-1",
                false,
                null,
                null,
                List.of(),
                BigDecimal.ZERO,
                null,
                0,
                null,
                null);
    }
}
