package dev.universalapi.auth.organisation;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.feed.Feed;
import dev.universalapi.auth.feed.Kind;
import dev.universalapi.auth.limit.Limits;
import dev.universalapi.contracts.event.auth.OrganisationCreated;
import dev.universalapi.platform.events.Events;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Adds organisations, each within a transaction of its own, with a first project, and tells who has to know.
public final class Founder {
    private final Organisations organisations;
    private final Projects projects;
    private final Feed feed;
    private final Events events;
    private final Audit audit;
    private final InstantSource clock;

    public Founder(
            Organisations organisations,
            Projects projects,
            Feed feed,
            Events events,
            Audit audit,
            InstantSource clock) {
        this.organisations = organisations;
        this.projects = projects;
        this.feed = feed;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds it, and its project; false if it is there already, and then nothing is done.
    ///
    /// @param project id of the project
    /// @param by the id of the key that adds it
    public boolean found(String id, String name, String plan, String project, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!organisations.add(
                new Organisation(id, name, Organisation.ACTIVE, plan, Limits.NONE, Map.of(), 1, now, now))) {
            return false;
        }
        projects.add(id, project, new ProjectSettings("First project", Limits.NONE), now);
        feed.changed(id, Kind.ORGANISATION, id);
        events.publish(new OrganisationCreated(id, name, plan, by, now));
        audit.record("organisation.create", "organisation", id, Map.of("name", name, "plan", plan));
        return true;
    }
}
