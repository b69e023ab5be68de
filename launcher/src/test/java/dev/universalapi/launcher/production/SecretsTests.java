package dev.universalapi.launcher.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Stamp;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
    private static final String KEY = """
            {"id":"%s","limits":{"rates":[]},"status":"%s","createdBy":"%s","version":1}""";

    @TempDir
    Path parent;

    private Home home;
    private Identity made;
    private OwnSecrets own;

    @BeforeEach
    void prepare() throws IOException {
        home = new Home(parent.resolve("home"));
        home.prepare();
        made = new Identity(home.identity());
        made.prepare();
        own = OwnSecrets.in(parent);
    }

    private Secrets secrets() {
        return secrets(Map.of());
    }

    private Secrets secrets(Map<String, String> more) {
        var environment = new HashMap<>(own.environment());
        environment.putAll(more);
        return new Secrets(new Settings(environment, Map.of()), home, State.running(Suite.stateFile(home)));
    }

    private static void fails(Finding finding, String... said) {
        assertThat(finding.good()).as(finding.said()).isFalse();
        assertThat(finding.said()).contains(said);
    }

    @Test
    void passWhereTheyAreOnesOwn() {
        var secrets = secrets();

        assertThat(List.of(secrets.signing(), secrets.operators(), secrets.masters()))
                .allMatch(Finding::good)
                .last()
                .extracting(Finding::said)
                .asString()
                .startsWith("ours-2026 (fingerprint ")
                .doesNotContain("AAAA");
    }

    @Test
    void failWhereTheyAreNotSetOrNotThere() {
        var unset = new Secrets(new Settings(Map.of(), Map.of()), home, Optional.empty());
        var gone = secrets(Map.of("UNIVERSAL_AUTH_CREDENTIAL_MASTERS", "/run/secrets/gone"));

        fails(unset.signing(), "universal.gateway.signing-key is not set");
        fails(unset.operators(), "universal.gateway.keys is not set");
        fails(unset.masters(), "universal.auth.credential.masters is not set");
        fails(gone.masters(), "cannot be read from here");
        fails(secrets(Map.of("UNIVERSAL_SECURITY_JWKS", "file:jwks")).signing(), "cannot be read from here");
    }

    @Test
    void aSigningKeyIsReadByNobodyElse() throws IOException {
        own.write("parts", "{\"kid\":\"parts-7\"}", "rw-r--r--");

        fails(secrets().signing(), "universal.security.signing-key", "rw-r--r--", "chmod 0400");
    }

    @Test
    void aSigningKeyOfALaptopIsToldByItsId() throws IOException {
        own.write("gateway", Files.readString(made.signingKey()), "r--------");

        fails(secrets().signing(), "universal.gateway.signing-key", "make one of your own");
    }

    @Test
    void publicKeysAreOnesOwnAndPublic() throws IOException {
        own.write("jwks", Files.readString(made.jwks()), "r--r--r--");
        fails(secrets().signing(), "has a key that up made");

        own.write("jwks", "{\"keys\":[{\"kid\":\"door-7\",\"d\":\"x\"}]}", "r--r--r--");
        fails(secrets().signing(), "has a private key");

        own.write("jwks", "{\"keys\":[]}", "rw-rw-rw-");
        fails(secrets().signing(), "universal.security.jwks", "others may change it");
    }

    @Test
    void theFileOfOperatorsIsChangedByNobodyElse() throws IOException {
        own.write("keys", "", "rw-rw-r--");

        fails(secrets().operators(), "others may change it");
    }

    @Test
    void theOperatorOfALaptopIsNotLetIn() throws IOException {
        own.write("keys", "# copied\n" + Files.readString(made.keys()), "r--------");

        fails(secrets().operators(), "lets the key in that up made here");
    }

    @Test
    void theFileOfOperatorsHasNoKeyItself() throws IOException {
        own.write("keys", "# " + made.bootstrapKey(), "r--------");

        fails(secrets().operators(), "keep its SHA-256 alone");
    }

    @Test
    void masterKeysAreReadByNobodyElse() throws IOException {
        own.write("masters", OwnSecrets.MASTER, "rw-r--r--");

        fails(secrets().masters(), "others may read or change it");
    }

    @Test
    void masterKeysOfALaptopAreToldByTheirNameOrByBeingHere() throws IOException {
        var here = Files.readString(made.masterKeys());
        own.write("masters", OwnSecrets.MASTER + here, "r--------");
        fails(secrets().masters(), "was made by up");

        own.write("masters", "renamed" + here.substring(here.indexOf(' ')), "r--------");
        fails(secrets().masters(), "renamed (fingerprint ", "was made by up");

        own.write("masters", "master-1 " + "A".repeat(43), "r--------");
        fails(secrets().masters(), "master-1 (fingerprint ");
    }

    @Test
    void masterKeysAreKeys() throws IOException {
        own.write("masters", "ours short\n", "r--------");
        fails(secrets().masters(), "masters:1 is not `name base64-of-32-bytes`");

        own.write("masters", "# none yet\n", "r--------");
        fails(secrets().masters(), "there is no key in");
    }

    @Test
    void whatMakesFirstKeysIsUnset() {
        fails(
                secrets(Map.of("UNIVERSAL_AUTH_FIRST_KEYS", "/run/secrets/first"))
                        .firstKeys(),
                "universal.auth.first.keys is set");
        fails(secrets().firstKeys(), "nothing of the suite runs here to be asked");
    }

    @Test
    void firstKeysInUseAreNamed() throws IOException {
        var keys = String.join(
                ",",
                KEY.formatted("key_owner", "active", "installation"),
                KEY.formatted("key_developer", "revoked", "installation"),
                KEY.formatted("key_ours", "active", "key_owner"));

        fails(asked(200, keys), "in use: key_owner;", "/revoke");
    }

    @Test
    void firstKeysThatAreRevokedAreGone() throws IOException {
        var keys = KEY.formatted("key_owner", "revoked", "installation") + ","
                + KEY.formatted("key_ours", "active", "key_owner");

        assertThat(asked(200, keys)).isEqualTo(Finding.good("none is in use"));
    }

    @Test
    void firstKeysOfWhichNothingIsSaidMayBeThere() throws IOException {
        fails(asked(503, ""), "does not say (503)");
        fails(secrets().firstKeys(), "does not answer");
    }

    /// What is found where a suite runs whose gateway lists these keys, and has ended since.
    private Finding asked(int status, String keys) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var body = "{\"data\":[%s],\"meta\":{\"next\":null}}".formatted(keys).getBytes(StandardCharsets.UTF_8);
        server.createContext("/api/keys", exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        var stamp = Stamp.of(ProcessHandle.current());
        var port = server.getAddress().getPort();
        Files.writeString(Suite.stateFile(home), """
                launcher=%1$d %2$d
                phase=READY
                mode=SANDBOX
                why=as wanted
                member.0=gateway gateway %3$d %3$d %1$d %2$d READY 0
                """.formatted(stamp.pid(), stamp.started(), port));
        try {
            return secrets().firstKeys();
        } finally {
            server.stop(0);
        }
    }
}
