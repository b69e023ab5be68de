package dev.universalapi.gateway.limit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

class PlansTests {
    private static Plans shipped() throws IOException {
        var sources = new ArrayList<PropertySource<?>>();
        for (var file : List.of(
                "../config-server/src/main/resources/config/gateway.yml", "src/main/resources/application.yml")) {
            sources.addAll(new YamlPropertySourceLoader().load(file, new FileSystemResource(Path.of(file))));
        }
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("universal.live.gateway", Plans.class)
                .get();
    }

    @Test
    void theShippedPlansAreRead() throws IOException {
        var plans = shipped();

        assertThat(plans.plans()).containsOnlyKeys("free", "developer", "business", "internal");
        assertThat(plans.plan("developer").rates()).contains(new Rate(60, Duration.ofMinutes(1), "model"));
        assertThat(plans.plan("free").quotas()).containsExactly(new Quota(10_000, Period.MONTH, null, true));
        assertThat(plans.plan("business").quotas().getFirst().hard()).isFalse();
        assertThat(plans.operations("chat")).isEqualTo("model");
        assertThat(plans.operations("weather")).isEqualTo("lookup");
    }

    @Test
    void aPlanThatIsNotThereIsTheNarrowest() throws IOException {
        assertThat(shipped().plan("gold")).isEqualTo(shipped().plan("free"));
        assertThat(new Plans(Map.of(), Map.of()).plan("gold").rates()).isNotEmpty();
    }

    @Test
    void noPlanIsUnlimited() {
        assertThatThrownBy(() -> new Plan(List.of(), 1, 1, List.of())).hasMessageContaining("unlimited");
        assertThatThrownBy(() -> new Plan(List.of(new Rate(1, Duration.ofSeconds(1), null)), 0, 1, List.of()))
                .hasMessageContaining("concurrent");
        assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1), null)).hasMessageContaining("requests");
        assertThatThrownBy(() -> new Rate(1, Duration.ofMillis(1), null)).hasMessageContaining("per");
        assertThatThrownBy(() -> new Rate(1, Duration.ofSeconds(1), "a|b")).hasMessageContaining("class");
        assertThatThrownBy(() -> new Quota(-1, Period.DAY, null, true)).hasMessageContaining("amount");
        assertThatThrownBy(() -> new Quota(1, Period.DAY, "a|b", true)).hasMessageContaining("category");
    }

    @Test
    void periodsBeginAtMidnightUtc() {
        var late = Instant.parse("2026-01-31T23:59:59Z");

        assertThat(Period.DAY.at(late)).isEqualTo("2026-01-31");
        assertThat(Period.MONTH.at(late)).isEqualTo("2026-01");
        assertThat(Period.MONTH.end(late)).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(Period.DAY.start(late)).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(Period.MONTH.length(late)).isEqualTo(Duration.ofDays(31));
    }
}
