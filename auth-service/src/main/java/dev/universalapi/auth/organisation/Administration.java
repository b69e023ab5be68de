package dev.universalapi.auth.organisation;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.feed.Feed;
import dev.universalapi.auth.feed.Kind;
import dev.universalapi.auth.request.Ids;
import dev.universalapi.auth.request.Patch;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.contracts.event.auth.OrganisationChanged;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads and changes organisations, each in a transaction of its own, and tells who has to know.
public final class Administration {
    private final TenantTransactions tenants;
    private final Organisations organisations;
    private final Patch patch;
    private final Feed feed;
    private final Events events;
    private final Audit audit;
    private final InstantSource clock;

    Administration(
            TenantTransactions tenants,
            Organisations organisations,
            Patch patch,
            Feed feed,
            Events events,
            Audit audit,
            InstantSource clock) {
        this.tenants = tenants;
        this.organisations = organisations;
        this.patch = patch;
        this.feed = feed;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Organisation organisation(Caller caller, String id) {
        return tenants.reading(caller.organisation(), () -> organisations.get(id));
    }

    /// Any organisation, for operators.
    public Organisation get(String id) {
        return tenants.reading(known(id), () -> organisations.get(id));
    }

    Organisation change(Caller caller, String id, @Nullable String ifMatch, JsonNode change) {
        return tenants.within(caller, () -> {
            var known = organisations.lock(id);
            Tag.demand(ifMatch, known.version());
            var settings = patch.apply(known.changeable(), change, OrganisationSettings.class);
            return told(
                    caller,
                    "organisation.change",
                    organisations.change(id, settings, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        });
    }

    /// What operators decide of any organisation: whether it may do anything, and how much. Deciding what is decided
    /// already changes nothing.
    ///
    /// @param decision from what is to what shall be
    public Organisation decide(Caller operator, String id, Decision decision) {
        return tenants.within(known(id), () -> {
            var known = organisations.lock(id);
            var status = decision.status() == null ? known.status() : decision.status();
            var plan = decision.plan() == null ? known.plan() : decision.plan();
            if (status.equals(known.status()) && plan.equals(known.plan())) {
                return known;
            }
            return told(
                    operator,
                    decision.action(),
                    organisations.decide(id, status, plan, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        });
    }

    /// @param action as the audit log has it
    /// @param status null to leave it
    /// @param plan null to leave it
    public record Decision(
            String action,
            @Nullable String status,
            @Nullable String plan) {
        /// Its keys open nothing until [#RESUME].
        public static final Decision SUSPEND = new Decision("organisation.suspend", Organisation.SUSPENDED, null);

        public static final Decision RESUME = new Decision("organisation.resume", Organisation.ACTIVE, null);

        /// What it may use is limited by this plan from now on.
        public static Decision plan(String plan) {
            return new Decision("organisation.plan", null, plan);
        }
    }

    private static String known(String id) {
        if (!Ids.mayBe(id)) {
            throw Organisations.none();
        }
        return id;
    }

    private Organisation told(Caller caller, String action, Organisation organisation) {
        feed.changed(organisation.id(), Kind.ORGANISATION, organisation.id());
        events.publish(new OrganisationChanged(
                organisation.id(),
                organisation.version(),
                organisation.name(),
                organisation.plan(),
                organisation.status(),
                caller.keyId(),
                organisation.changedAt()));
        audit.record(
                action,
                "organisation",
                organisation.id(),
                Map.of("name", organisation.name(), "status", organisation.status(), "plan", organisation.plan()));
        return organisation;
    }
}
