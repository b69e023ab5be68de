package dev.universalapi.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FingerprintTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Fingerprint of(String json) {
        return Fingerprint.of(JSON.readTree(json));
    }

    @Test
    void knowsMembersByKindAndElementsAsOne() {
        var print = of("{\"a\":1,\"b\":[{\"c\":true},{\"c\":\"x\",\"d\":null},{},{\"late\":1}]}");

        assertThat(print.kinds())
                .containsEntry("/", "object")
                .containsEntry("/a", "number")
                .containsEntry("/b", "list")
                .containsEntry("/b/*", "object")
                .containsEntry("/b/*/c", "boolean|text")
                .doesNotContainKeys("/b/*/d", "/b/*/late");
    }

    @Test
    void isTheSameForOtherValuesInAnotherOrder() {
        var one = of("{\"a\":1,\"b\":\"x\"}");
        var other = of("{\"b\":\"y\",\"a\":2.5}");

        assertThat(other).isEqualTo(one);
        assertThat(other.digits()).isEqualTo(one.digits()).hasSize(8);
        assertThat(of("{\"a\":1}").digits()).isNotEqualTo(one.digits());
        assertThat(one.missingFrom(other)).isEmpty();
    }

    @Test
    void isBounded() {
        var deep = "[".repeat(60) + "]".repeat(60);
        var wide = new StringBuilder("{\"m\":0");
        for (var i = 0; i < 10_000; i++) {
            wide.append(",\"m").append(i).append("\":1");
        }

        assertThat(of(deep).kinds()).hasSizeLessThan(20);
        assertThat(of(wide.append('}').toString()).kinds()).hasSizeLessThanOrEqualTo(2_001);
    }
}
