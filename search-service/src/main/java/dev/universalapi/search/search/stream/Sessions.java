package dev.universalapi.search.search.stream;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The searches that are streamed, and those that lately were.
public final class Sessions {
    private static final int BITS = 96;

    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final int most;
    private final Duration resume;
    private final Duration unread;

    /// Where a reader goes on.
    ///
    /// @param after the last event that was read
    public record Place(Session session, long after) {}

    /// @param most at a time
    /// @param resume how long one can be taken up again
    /// @param unread how long one goes on while nobody reads it
    public Sessions(InstantSource clock, int most, Duration resume, Duration unread) {
        this.clock = clock;
        this.most = most;
        this.resume = resume;
        this.unread = unread;
    }

    /// A new one.
    ///
    /// @throws ProblemException if too many are under way
    public Session open(String organisation) {
        var now = clock.instant();
        byId.values().removeIf(session -> session.over() && (session.isAbandoned() || isOld(session, now)));
        if (byId.size() >= most) {
            byId.values().stream()
                    .filter(Session::over)
                    .min(Comparator.comparing(Session::begun))
                    .ifPresent(oldest -> byId.remove(oldest.id()));
        }
        if (byId.size() >= most) {
            throw new ProblemException(
                    ProblemType.OVERLOADED, "%d searches are being streamed; try again soon.".formatted(most));
        }
        var session =
                new Session(new BigInteger(BITS, random).toString(Character.MAX_RADIX), organisation, clock, unread);
        byId.put(session.id(), session);
        return session;
    }

    /// Where a reader who lost the line goes on; empty where its session is not here any more, was abandoned, or is
    /// somebody else's.
    ///
    /// @param last the header `Last-Event-ID`: `session.number`
    public Optional<Place> find(@Nullable String last, String organisation) {
        int dot = last == null ? -1 : last.indexOf('.');
        if (last == null || dot < 0) {
            return Optional.empty();
        }
        var session = byId.get(last.substring(0, dot));
        if (session == null || !session.belongsTo(organisation) || isGone(session)) {
            return Optional.empty();
        }
        return number(last.substring(dot + 1))
                .filter(number -> !session.forgot(number))
                .map(number -> new Place(session, number));
    }

    private boolean isGone(Session session) {
        return session.isAbandoned() || isOld(session, clock.instant());
    }

    private boolean isOld(Session session, Instant now) {
        return session.begun().plus(resume).isBefore(now);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(number -> number >= 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
