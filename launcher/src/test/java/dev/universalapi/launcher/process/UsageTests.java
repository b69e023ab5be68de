package dev.universalapi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTests {

    @Test
    void seesWhatThisProcessUses() {
        var usage = Usage.of(ProcessHandle.current().pid());

        assertThat(usage.residentMegabytes()).isPositive();
        assertThat(usage.cpuSeconds()).isPositive();
    }

    @Test
    void seesNothingOfNobody() {
        assertThat(Usage.of(0)).isEqualTo(new Usage(0, 0));
    }
}
