package dev.universalapi.engine.cache.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.page.Position;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PackingTests {
    private static final CacheKey KEY = CacheKey.of(CacheKey.PUBLIC, Tide.TYPE, new Tide(48.4));
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Entry entry(Told told) {
        return new Entry(told, NOW, NOW.plusSeconds(60), NOW.plusSeconds(120), NOW.plusSeconds(86_400));
    }

    private static byte[] json(Entry entry) {
        return Packing.json(KEY, entry, Tide.TYPE.answer()).orElseThrow();
    }

    private static Optional<Entry> read(byte[] packed) {
        return Packing.unpack(KEY, packed, Tide.TYPE.answer()).map(Packing.Unpacked::entry);
    }

    @Test
    void findsWhatWasPut() {
        var entry = entry(Tide.told("Brest, \"la rade\" ☂ 𝄞", "shom"));

        assertThat(read(Packing.pack(json(entry)))).contains(entry);
    }

    @Test
    void findsNullsAndTheSample() {
        var answer = new Tide.Answer(
                "",
                0,
                -1,
                null,
                false,
                NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate(),
                java.time.Year.of(1900),
                null,
                List.of(),
                Map.of());
        var entry = entry(new Told(
                answer,
                "shom",
                null,
                Map.of("latitude", new BigDecimal("48.5"), "kinds", List.of("a")),
                BigDecimal.ZERO,
                "r",
                new Position(2, 10, "t", 0)));

        assertThat(read(Packing.pack(json(entry)))).contains(entry);
    }

    @Test
    void findsHalfACharacter() {
        var entry = entry(Tide.told("\ud800", "shom"));

        assertThat(read(Packing.pack(json(entry)))).contains(entry);
    }

    @Test
    void writesNothingThatHasNoEnd() {
        var endless = new HashMap<String, Object>();
        endless.put("query", endless);
        var entry = entry(new Told(Tide.answer("Brest"), "shom", null, endless, BigDecimal.ZERO, "r", null));

        assertThat(Packing.json(KEY, entry, Tide.TYPE.answer())).isEmpty();
    }

    @Test
    void takesNothingOfAnotherKey() {
        var packed = Packing.pack(json(entry(Tide.told("Brest", "shom"))));
        var elsewhere = CacheKey.of(CacheKey.PUBLIC, Tide.TYPE, new Tide(50));

        assertThat(Packing.unpack(elsewhere, packed, Tide.TYPE.answer())).isEmpty();
        assertThat(Packing.unpack(KEY.in("of acme"), packed, Tide.TYPE.answer()))
                .isEmpty();
    }

    @Test
    void takesNothingOfAnythingElse() {
        var packed = Packing.pack(json(entry(Tide.told("Brest", "shom"))));
        var bomb = Packing.pack(new byte[9 << 20]);

        for (var length = 0; length < packed.length; length++) {
            assertThat(read(Arrays.copyOf(packed, length))).isEmpty();
        }
        assertThat(read(bomb)).isEmpty();
        assertThat(read("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(read(Packing.pack("[1] 2".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            "form":1                ¦ "form":2
            "key":"                 ¦ "key":"f
            "provider":"shom"       ¦ "provider":7
            "receipt":"r-1"         ¦ "receipt":null
            "price":0.002           ¦ "price":"0.002"
            "stored":1772366400000  ¦ "stored":"then"
            "stored":1772366400000  ¦ "stored":99999999999999999999
            "fresh":1772366460000   ¦ "fresh":1872366460000
            "place":"Brest"         ¦ "place":1
            "place":"Brest",        ¦
            "place":"Brest"         ¦ "plaice":"Brest"
            "place":"Brest"         ¦ "place":"Brest","more":1
            "gauges":2              ¦ "gauges":2.5
            "gauges":2              ¦ "gauges":-2
            "gauges":2              ¦ "gauges":"2"
            "storm":true            ¦ "storm":"true"
            "day":"2026-03-01"      ¦ "day":"2026-02-30"
            "way":"EBB"             ¦ "way":"SIDEWAYS"
            "way":"EBB"             ¦ "way":1
            "turns":[               ¦ "turns":{},"turn":[
            "mean":4.13             ¦ "mean":null
            """)
    void takesNoEntryThatWasTamperedWith(String written, @Nullable String instead) {
        var json = new String(json(entry(Tide.told("Brest", "shom"))), StandardCharsets.UTF_8);
        assertThat(json).contains(written);

        var changed = json.replace(written, instead == null ? "" : instead);

        assertThat(read(Packing.pack(changed.getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void takesNoListForAnObject() {
        var json = new String(json(entry(Tide.told("Brest", "shom"))), StandardCharsets.UTF_8);
        var changed = json.replaceAll("\"levels\":\\{[^}]*}", "\"levels\":[]");
        var flat = json.replaceAll("\"answer\":.*", "\"answer\":[]}");

        assertThat(read(Packing.pack(changed.getBytes(StandardCharsets.UTF_8)))).isEmpty();
        assertThat(read(Packing.pack(flat.getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }
}
