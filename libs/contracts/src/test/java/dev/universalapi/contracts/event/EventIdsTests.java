package dev.universalapi.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.event.auth.AuditAnchored;
import dev.universalapi.contracts.event.auth.CredentialDead;
import dev.universalapi.contracts.event.auth.KeyChanged;
import dev.universalapi.contracts.event.auth.KeyCreated;
import dev.universalapi.contracts.event.auth.KeyRevoked;
import dev.universalapi.contracts.event.auth.OrganisationChanged;
import dev.universalapi.contracts.event.auth.OrganisationCreated;
import dev.universalapi.contracts.event.gateway.QuotaReached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdsTests {
    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
    private static final List<String> SCOPES = List.of("weather:read");

    private static KeyChanged changed(long version, List<String> scopes) {
        return new KeyChanged("org_1", "prj_1", "key_1", version, "ours", scopes, false, null, "key_2", AT);
    }

    private static QuotaReached reached(String category, int percent, long used) {
        return new QuotaReached("org_1", "o", category, "2026-11", percent, used, 1000, true, AT);
    }

    @Test
    void allThatHappensToAKeyIsToldApart() {
        var ids = List.of(
                new KeyCreated("org_1", "prj_1", "key_1", "live", "ours", SCOPES, null, null, "key_2", AT).id(),
                changed(2, SCOPES).id(),
                changed(3, SCOPES).id(),
                new KeyRevoked("org_1", "prj_1", "key_1", "key_2", AT).id());

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aChangeThatIsToldAgainHasTheSameId() {
        assertThat(changed(2, SCOPES).id()).isEqualTo(changed(2, List.of()).id());
    }

    @Test
    void allThatHappensToAnOrganisationIsToldApart() {
        var ids = List.of(
                new OrganisationCreated("org_1", "Acme", "free", "key_2", AT).id(),
                new OrganisationChanged("org_1", 2, "Acme", "free", "suspended", "key_2", AT).id(),
                new AuditAnchored("org_1", 12, "ab", AT).id(),
                new AuditAnchored("org_1", 13, "cd", AT).id(),
                new CredentialDead("org_1", "weatherapi", 1, "operator", AT).id(),
                new CredentialDead("org_1", "weatherapi", 1, "operator", AT.plusMillis(1)).id());

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aMarkOfAQuotaThatIsReachedAgainHasTheSameId() {
        assertThat(reached("weather", 80, 800).id())
                .isEqualTo(reached("weather", 80, 803).id())
                .isNotEqualTo(reached("weather", 95, 950).id())
                .isNotEqualTo(new QuotaReached("org_1", "o", null, "2026-11", 80, 800, 1000, true, AT).id());
    }

    @Test
    void whatWasToldCannotChange() {
        var scopes = new ArrayList<>(SCOPES);
        var told = changed(2, scopes);

        scopes.clear();

        assertThat(told.scopes()).isEqualTo(SCOPES);
    }
}
