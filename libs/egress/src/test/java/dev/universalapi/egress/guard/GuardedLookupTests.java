package dev.universalapi.egress.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.egress.guard.GuardedLookup.ForbiddenAddressException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedLookupTests {
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress METADATA = InetAddress.ofLiteral("169.254.169.254");

    @Test
    void judgesEveryLookUpAnew() throws UnknownHostException {
        var answers = new ArrayDeque<>(List.of(PUBLIC, LOOPBACK));
        var guarded = new GuardedLookup(_ -> new InetAddress[] {answers.remove()}, false);

        var first = guarded.resolve("rebind.example");

        assertThat(first).containsExactly(PUBLIC);
        assertThatThrownBy(() -> guarded.resolve("rebind.example")).isInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void refusesAnAnswerWithOneBadAddress() {
        var guarded = new GuardedLookup(_ -> new InetAddress[] {PUBLIC, LOOPBACK}, false);

        assertThatThrownBy(() -> guarded.resolve("mixed.example")).isInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void letsTheOperatorReachItsOwnNetworkButNoMetadata() throws UnknownHostException {
        var own = new GuardedLookup(_ -> new InetAddress[] {LOOPBACK}, true);
        var metadata = new GuardedLookup(_ -> new InetAddress[] {METADATA}, true);

        assertThat(own.resolve("own.example")).containsExactly(LOOPBACK);
        assertThatThrownBy(() -> metadata.resolve("own.example")).isInstanceOf(ForbiddenAddressException.class);
        assertThat(own.resolveCanonicalHostname("own.example")).isEqualTo("own.example");
    }
}
