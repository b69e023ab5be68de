package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.live.RoutingProperties;
import dev.universalapi.host.operation.HostedOperations;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProvidersPropertiesTests {

    /// An operation that takes a name which is taken.
    @Operation(path = "tool/chisel", summary = "A chisel")
    public record Chisel(boolean raw) implements Query<Brush.Answer> {}

    @Test
    void isLiveAndHostsEverythingByDefault() {
        var properties = bind(Map.of());

        assertThat(properties)
                .isEqualTo(new ProvidersProperties(
                        Mode.LIVE, null, null, null, Duration.ofSeconds(2), null, List.of(), "place/search", ""));
    }

    @Test
    void readsEverySetting() {
        var properties = bind(Map.of(
                "universal.providers.mode", "sandbox",
                "universal.providers.sandbox", "http://127.0.0.1:9000",
                "universal.providers.secrets", "/secrets",
                "universal.providers.cursor-key", "/secrets/cursor-key",
                "universal.providers.host", "paint,tool",
                "universal.providers.places", "tool/atlas"));

        assertThat(properties.mode().label()).isEqualTo("sandbox");
        assertThat(properties.sandbox()).isEqualTo(URI.create("http://127.0.0.1:9000"));
        assertThat(properties.secrets()).hasToString("/secrets");
        assertThat(properties.cursorKey()).hasToString("/secrets/cursor-key");
        assertThat(properties.host()).containsExactly("paint", "tool");
        assertThat(properties.places()).isEqualTo("tool/atlas");
    }

    @Test
    void needsAnAddressInSandboxMode() {
        assertThatThrownBy(() -> new ProvidersProperties(
                        Mode.SANDBOX, null, null, null, Duration.ofSeconds(2), null, List.of(), "", ""))
                .hasMessageContaining("universal.providers.sandbox");
    }

    @Test
    void hostsOnlyTheCategoriesThatAreNamed() {
        var operations = Operations.of(Colour.class, Brush.class);

        assertThat(new HostedOperations(operations, List.of("tool")).all())
                .extracting(OperationType::path)
                .containsExactly("tool/brush");
        assertThatThrownBy(() -> new HostedOperations(operations, List.of("moon")))
                .hasMessageContaining("moon")
                .hasMessageContaining("paint, tool");
    }

    @Test
    void namesOfNoComponentAreLeftToHowAnAnswerIsWanted() {
        assertThatThrownBy(() -> new HostedOperations(Operations.of(Chisel.class), List.of()))
                .hasMessageContaining("tool/chisel: `raw`");
    }

    @Test
    void orderHoldsOnlyWhatCanBeAnId() {
        assertThat(new RoutingProperties(List.of("b", "a-1")).order()).containsExactly("b", "a-1");
        assertThatThrownBy(() -> new RoutingProperties(List.of("No Id")))
                .hasMessageContaining("order")
                .hasMessageContaining("No Id");
    }

    private static ProvidersProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("universal.providers", Bindable.of(ProvidersProperties.class));
    }
}
