package dev.universalapi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTests {
    private static Arguments parse(String... typed) {
        return Arguments.parse(List.of(typed), Set.of("--detach", "-f"), Set.of("--port", "--scale"));
    }

    @Test
    void readsFlagsValuesAndWords() {
        var arguments = parse("gateway", "--detach", "--port", "81", "--scale=search-service=2");

        assertThat(arguments.has("--detach")).isTrue();
        assertThat(arguments.has("-f")).isFalse();
        assertThat(arguments.number("--port")).contains(81);
        assertThat(arguments.counts("--scale")).containsEntry("search-service", 2);
        assertThat(arguments.words()).containsExactly("gateway");
    }

    @Test
    void takesTheLastOfSeveralValues() {
        assertThat(parse("--port", "81", "--port=82").number("--port")).contains(82);
        assertThat(parse().number("--port")).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnowNamingWhatItKnows() {
        assertThatThrownBy(() -> parse("--prot=81"))
                .isInstanceOf(LauncherException.class)
                .hasMessage("There is no --prot=81 here; there are: --detach --port --scale -f");
    }

    @Test
    void refusesAFlagWithoutItsValue() {
        assertThatThrownBy(() -> parse("--port")).hasMessage("--port takes a value");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> parse("--port", "many").number("--port"))
                .hasMessage("--port takes a number, was many");
    }

    @Test
    void refusesACountWithoutItsName() {
        assertThatThrownBy(() -> parse("--scale", "2").counts("--scale")).hasMessage("--scale takes NAME=N, was 2");
    }
}
