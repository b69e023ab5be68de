package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTests {

    @Test
    void readBothWaysToWriteAValue(@TempDir Path folder) {
        var options = Options.of("--port", "0", "--samples=" + folder);

        assertThat(options).isEqualTo(new Options(0, Optional.of(folder)));
    }

    @Test
    void haveDefaults() {
        assertThat(Options.of()).isEqualTo(new Options(8900, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--port=high",
                "--port=65536",
                "--port=-1",
                "--samples=/nowhere",
                "--samples=",
                "--sample=x"
            })
    void sayHowToUseThem(String argument) {
        assertThatThrownBy(() -> Options.of(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage: sandbox [--port N] [--samples DIR]");
    }
}
