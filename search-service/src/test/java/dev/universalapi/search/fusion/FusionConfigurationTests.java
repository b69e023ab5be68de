package dev.universalapi.search.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.fusion.meaning.Meanings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FusionConfigurationTests {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(FusionConfiguration.class);

    @Test
    void loadsTheModelOnceTheServiceAnswers() {
        runner.run(context -> {
            var meanings = context.getBean(Meanings.class);
            var before = meanings.state();
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
            var after = meanings.state();
            context.close();

            assertThat(before).isEqualTo(Meanings.State.WAITING);
            assertThat(after).isIn(Meanings.State.LOADING, Meanings.State.READY);
            assertThat(meanings.state()).isEqualTo(Meanings.State.CLOSED);
        });
    }

    @Test
    void loadsNoneWhereNoneIsWanted() {
        runner.withPropertyValues("universal.search.fusion.meanings=false").run(context -> {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);

            assertThat(context.getBean(Meanings.class).state()).isEqualTo(Meanings.State.WAITING);
            assertThat(context.getBean(Fusion.class).ready()).isFalse();
        });
    }
}
