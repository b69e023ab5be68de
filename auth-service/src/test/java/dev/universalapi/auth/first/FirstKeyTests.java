package dev.universalapi.auth.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstKeyTests {
    private static final Path FILE = Path.of("keys");
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void isALineOfItsFile() {
        var keys = FirstKey.of(FILE, List.of("# first", "", "  " + HASH + " local  test *:read,*:use "));

        assertThat(keys).containsExactly(new FirstKey(HASH, "local", "test", List.of("*:read", "*:use")));
        assertThat(keys.getFirst().project()).isEqualTo("prj_local");
    }

    @Test
    void hasTheSameIdAtEachReplica() {
        var fresh = new FirstKey(HASH, "org_acme", "live", List.of("*:*")).fresh();

        assertThat(fresh.id())
                .isEqualTo(new FirstKey(HASH, "org_acme", "live", List.of("*:*"))
                        .fresh()
                        .id());
        assertThat(fresh.id()).matches("key_[0-9a-v]{20}");
        assertThat(fresh.project()).isEqualTo("prj_acme");
        assertThat(new FirstKey("0".repeat(64), "local", "live", List.of("*:*"))
                        .fresh()
                        .id())
                .isEqualTo("key_00000000000000000000");
    }

    @Test
    void isNamedAfterItsRole() {
        var names = Stream.of("*:*", "*:read,*:use,utility:write", "weather:read")
                .map(scopes -> new FirstKey(HASH, "local", "live", List.of(scopes.split(","))))
                .map(key -> key.fresh().settings().name());

        assertThat(names).containsExactly("First key of the owner", "First key of the developer", "First key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", HASH_AND + "moon a:read", HASH_AND + "live", HASH_AND + "live a:read more"})
    void isNothingElse(String line) {
        assertThatThrownBy(() -> FirstKey.of(FILE, List.of("", line))).hasMessageStartingWith("keys:2 is not");
    }

    private static final String HASH_AND = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef local ";
}
