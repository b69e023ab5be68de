package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.cache.shelf.Entry;
import dev.universalapi.engine.cache.shelf.Packing;
import dev.universalapi.engine.cache.shelf.Told;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.sample.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.DynamicTest;

/// One sample's answer: kept beyond the process, it comes back as it was. Bytes are never kept.
final class KeptTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private KeptTest() {}

    static DynamicTest of(String provider, Sample sample, Reading reading) {
        return DynamicTest.dynamicTest("is kept as it is: " + sample.place(), () -> {
            var type = sample.operation();
            if (reading instanceof Reading.Answer answer && type.form() == Form.RECORD) {
                var key = CacheKey.of(CacheKey.PUBLIC, type, sample.query());
                var told = new Told(
                        answer.value(), provider, null, type.describe(sample.query()), BigDecimal.ZERO, "r", null);
                var entry = new Entry(told, NOW, NOW, NOW, NOW);

                var json = Packing.json(key, entry, type.answer()).orElseThrow();
                var found = Packing.unpack(key, Packing.pack(json), type.answer());

                assertThat(found.map(one -> one.entry().told().answer())).contains(answer.value());
            }
        });
    }
}
