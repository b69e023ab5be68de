package dev.universalapi.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.LauncherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {
    @Test
    void readsFieldsItemsWordsAndNumbers() {
        var json = Json.of("""
                { "a" : { "b": [ 1, -2.5e3 ,true, null ], "c": {}, "d": [] }, "e.f/g": "x, \\"y\\" }\\n\\u00e9\\\\\\/" }
                """);

        assertThat(json.fields()).containsOnlyKeys("a", "e.f/g");
        assertThat(json.at("a", "b").items().stream().map(Json::text)).containsExactly("1", "-2.5e3", "true", "");
        assertThat(json.at("a", "c").isEmpty()).isTrue();
        assertThat(json.at("a", "d").isEmpty()).isTrue();
        assertThat(json.text("e.f/g")).isEqualTo("x, \"y\" }\né\\/");
        assertThat(json.at("a", "b").items().getFirst().number(7)).isOne();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        var json = Json.of("{\"a\": \"b\"}");

        assertThat(json.at("x", "y", "z").isEmpty()).isTrue();
        assertThat(json.text("a", "b")).isEmpty();
        assertThat(json.number(7, "a")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\": ", "[1, ", "\"a", "\"\\u00zz\""})
    void refusesWhatIsCutOff(String printed) {
        assertThatThrownBy(() -> Json.of(printed))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("kubectl printed something that is no JSON");
    }
}
