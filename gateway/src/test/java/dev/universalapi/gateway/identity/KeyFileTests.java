package dev.universalapi.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.gateway.identity.account.Account;
import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {

    private final ApiKey live = ApiKey.random(Environment.LIVE, new SecureRandom());
    private final ApiKey test = ApiKey.random(Environment.TEST, new SecureRandom());

    @TempDir
    Path folder;

    private Path file;
    private KeyFile keys;

    @BeforeEach
    void create() {
        file = folder.resolve("keys");
        keys = new KeyFile(file);
    }

    @Test
    void findsWhoAKeyBelongsTo() throws IOException {
        Files.writeString(file, "# keys\n\n" + live.sha256() + "\tacme   live\n" + test.sha256() + " acme test\n");

        keys.refresh();

        assertThat(find(live.text())).hasValueSatisfying(caller -> {
            assertThat(caller.organisation()).isEqualTo("acme");
            assertThat(caller.environment()).isEqualTo(Environment.LIVE);
        });
        assertThat(find(test.text()))
                .hasValueSatisfying(caller -> assertThat(caller.environment()).isEqualTo(Environment.TEST));
    }

    @Test
    void aKeyMayDoWhatItsLineSays() throws IOException {
        Files.writeString(file, live.sha256() + " acme live operator:write,search:read,nonsense\n");

        keys.refresh();

        assertThat(find(live.text()))
                .hasValueSatisfying(
                        caller -> assertThat(caller.scopes()).containsExactly("operator:write", "search:read"));
    }

    @Test
    void aKeyWithoutScopesMayDoAllButOperate() throws IOException {
        Files.writeString(file, live.sha256() + " acme live\n");

        keys.refresh();

        assertThat(find(live.text())).hasValueSatisfying(caller -> {
            assertThat(caller.may(Scope.of("keys:write"))).isTrue();
            assertThat(caller.may(Scope.of("operator:write"))).isFalse();
        });
    }

    @Test
    void aLineThatMakesNoSenseIsLeftOutAlone() throws IOException {
        Files.writeString(file, "nonsense\n" + test.sha256() + " acme prod\n" + live.sha256() + " acme live\n");

        keys.refresh();

        assertThat(find(live.text())).isPresent();
        assertThat(find(test.text())).isEmpty();
    }

    @Test
    void aKeyTakenOutOfTheFileIsNoLongerKnown() throws IOException {
        Files.writeString(file, live.sha256() + " acme live\n" + test.sha256() + " acme test\n");
        keys.refresh();
        assertThat(find(test.text())).isPresent();

        Files.writeString(file, live.sha256() + " acme live\n");
        keys.refresh();

        assertThat(find(live.text())).isPresent();
        assertThat(find(test.text())).isEmpty();
    }

    @Test
    void aMistypedKeyIsNobodysHoweverOftenItIsTried() throws IOException {
        Files.writeString(file, live.sha256() + " acme live\n");
        keys.refresh();
        String mistyped = live.text().substring(1);

        assertThat(find(mistyped)).isEmpty();
        assertThat(find(mistyped)).isEmpty();
    }

    @Test
    void withoutAFileNobodyIsKnown() throws IOException {
        Files.writeString(file, live.sha256() + " acme live\n");
        keys.refresh();

        Files.delete(file);
        keys.refresh();

        assertThat(find(live.text())).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws IOException {
        Files.writeString(file, live.sha256() + " acme live\n");
        keys.refresh();

        Files.delete(file);
        Files.createDirectory(file);
        keys.refresh();

        assertThat(find(live.text())).isPresent();
    }

    @Test
    void aKeyOfTheWrongEnvironmentIsNotFound() throws IOException {
        Files.writeString(file, live.sha256() + " acme test\n");

        keys.refresh();

        assertThat(find(live.text())).isEmpty();
    }

    private Optional<Caller> find(String text) {
        return new Prints().of(text).flatMap(keys::find).map(Account::caller);
    }
}
