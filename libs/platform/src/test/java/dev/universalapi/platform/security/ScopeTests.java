package dev.universalapi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.security.Caller.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTests {
    @ParameterizedTest
    @CsvSource({
        "weather:read, weather:read",
        "weather:*, weather:write",
        "*:read, weather:read",
        "*:read, *:read",
        "*:*, keys:write",
        "*:*, *:read",
        "*:*, provider.open-meteo:use",
        "*:use, provider.open-meteo:use",
        "provider.*:use, provider.open-meteo:use",
        "provider.*:*, provider.*:use",
        "provider.open-meteo:*, provider.open-meteo:use",
        "operator:*, operator:write"
    })
    void covers(String held, String wanted) {
        assertThat(Scope.of(held).covers(Scope.of(wanted))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "weather:read, weather:write",
        "weather:read, weather:*",
        "weather:read, *:read",
        "weather:*, finance:read",
        "*:read, keys:write",
        "*:read, *:*",
        "*:*, operator:write",
        "*:read, operator:read",
        "provider.*:use, weather:read",
        "provider.open-meteo:use, provider.met-norway:use",
        "provider.open-meteo:use, provider.*:use"
    })
    void doesNotCover(String held, String wanted) {
        assertThat(Scope.of(held).covers(Scope.of(wanted))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "weather",
                "weather:",
                ":read",
                "weather:use",
                "weather:delete",
                "Weather:read",
                "wea*:read",
                "weather:re*",
                "weather.*:read",
                "provider.open-meteo:read",
                "provider.:use",
                "provider.open*:use",
                "provider.a.b:use",
                "**:read",
                "weather:read ",
                "weather:read:write",
                "internal:identity"
            })
    void isNoScope(String text) {
        assertThat(Scope.parse(text)).isEmpty();
    }

    @Test
    void cannotBeMadeOfWhatIsNone() {
        assertThatThrownBy(() -> new Scope("weather", "use")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scope.of("weather")).hasMessageContaining("weather");
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Scope.parse("provider.open-meteo:use")).hasToString("Optional[provider.open-meteo:use]");
    }

    @Test
    void aCallerMayWhatOneOfTheScopesCovers() {
        var caller = new Caller("key-1", "acme", Environment.LIVE, List.of("nonsense", "search:read", "weather:*"));

        assertThat(caller.may(Scope.of("weather:write"))).isTrue();
        assertThat(caller.may(Scope.of("finance:read"))).isFalse();
        assertThat(new Caller("key-1", "acme", Environment.LIVE, List.of()).may(Scope.of("weather:read")))
                .isFalse();
    }

    @Test
    void aCallerIsAnsweredByTheProvidersThatTheScopesName() {
        assertThat(scoped("weather:read", "provider.open-meteo:use", "provider.met-no:*", "nonsense")
                        .providers())
                .hasValueSatisfying(ids -> assertThat(ids).containsExactlyInAnyOrder("open-meteo", "met-no"));
        assertThat(scoped("weather:read").providers()).isEmpty();
        assertThat(scoped("*:use", "provider.open-meteo:use").providers()).isEmpty();
        assertThat(scoped("provider.*:use", "provider.open-meteo:use").providers())
                .isEmpty();
        assertThat(scoped("*:read", "provider.open-meteo:use").providers()).isPresent();
    }

    private static Caller scoped(String... scopes) {
        return new Caller("key-1", "acme", Environment.LIVE, List.of(scopes));
    }
}
