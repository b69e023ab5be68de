package dev.universalapi.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.auth.audit.Entry.Actor;
import dev.universalapi.auth.audit.Entry.Origin;
import dev.universalapi.auth.audit.Entry.Target;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTests {
    private static final Entry CREATED = new Entry(
            "aud_1",
            Instant.parse("2026-01-01T00:00:00Z"),
            "apikey.create",
            new Actor("user", "usr_1", null),
            new Target("apikey", "key_1"),
            Origin.NONE,
            Map.of());
    private static final Entry REVOKED = new Entry(
            "aud_2",
            Instant.parse("2026-01-01T00:00:01Z"),
            "apikey.revoke",
            CREATED.actor(),
            CREATED.target(),
            Origin.NONE,
            Map.of());

    @Test
    void hashesAsTheTwoVectorsOfTheReferenceDo() {
        var first = Link.after(Head.NONE, "org_1", CREATED);
        var second = Link.after(first.head(), "org_1", REVOKED);

        assertThat(first.event())
                .isEqualTo(
                        "{\"action\":\"apikey.create\",\"actor\":{\"id\":\"usr_1\",\"type\":\"user\"},\"id\":\"aud_1\","
                                + "\"org\":\"org_1\",\"seq\":1,\"target\":{\"id\":\"key_1\",\"type\":\"apikey\"},"
                                + "\"ts\":\"2026-01-01T00:00:00.000Z\"}");
        assertThat(first.hash()).isEqualTo("8b7906e03f7defca564dc097e981638ab069e395a3eb0892cbb78bb33d4cac87");
        assertThat(second.hash()).isEqualTo("23243acc78b8441c4ab235a383949ca0e98c95bf2895a35610bffbce636b92e4");
        assertThat(second.isWhole()).isTrue();
    }

    @Test
    void writesTextsAsRfc8785Does() {
        var entry = new Entry(
                "aud_1",
                CREATED.at(),
                "a",
                CREATED.actor(),
                CREATED.target(),
                new Origin("::1", "request-1", "\u20ac$\u000f\nA'B\"\\\"/"),
                Map.of("ö", "1", "€", "2", "a", "3", "\ud83d\ude02", "4", "\ufb33", "5"));

        assertThat(entry.canon("o", 1))
                .contains("\"agent\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\"")
                .contains("{\"a\":\"3\",\"ö\":\"1\",\"€\":\"2\",\"\ud83d\ude02\":\"4\",\"\ufb33\":\"5\"}");
    }

    @Test
    void keepsNothingThatADatabaseCannot() {
        var entry = new Entry(
                "aud_1",
                CREATED.at(),
                "a",
                CREATED.actor(),
                CREATED.target(),
                Origin.NONE,
                Map.of("nul", "a\0b", "half", "\ud83d", "long", "x".repeat(999) + "\ud83d\ude02"));

        assertThat(entry.canon("o", 1))
                .contains("\"nul\":\"a\ufffdb\"", "\"half\":\"?\"", "x\u2026\"")
                .doesNotContain("\\u0000");
    }

    @Test
    void namesByTwentyLettersOfFiveBits() {
        assertThat(Entry.id(BigInteger.ZERO)).isEqualTo("aud_" + "0".repeat(20));
        assertThat(Entry.id(BigInteger.TWO.pow(100).subtract(BigInteger.ONE))).isEqualTo("aud_" + "v".repeat(20));
        assertThat(Entry.id(BigInteger.TWO.pow(100))).isEqualTo(Entry.id(BigInteger.ZERO));
    }
}
