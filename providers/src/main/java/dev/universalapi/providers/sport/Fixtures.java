package dev.universalapi.providers.sport;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The football matches of a day: to come, being played, or played.
@Operation(path = "sport/fixtures", summary = "Football matches of a day, with their results")
public record Fixtures(
        @About("the day, in UTC") @Example("2025-08-15") LocalDate date,

        @About("of this competition alone; of all that the provider covers where it is left out")
        @Nullable
        @Example("PREMIER_LEAGUE")
        Competition competition,

        @About("how many matches at most") @Range(min = 1, max = 500) @Default("100") @Example("100")
        int limit)
        implements Query<Fixtures.Answer> {

    /// Which competitions a provider covers, and how many matches a free key is shown, differs.
    public record Answer(@About("one a match, in no order") List<Match> matches) {
        public Answer {
            matches = List.copyOf(matches);
        }
    }

    /// One match.
    public record Match(
            @About("the provider's own name for it") String id,
            @About("the competition, by its name") String competition,
            @About("when it begins") Instant startsAt,
            @About("how far it is") Status status,
            @About("the team at home, by its name") String homeTeam,
            @About("the team that travels, by its name") String awayTeam,

            @About("goals of the team at home so far, without penalty shoot-outs") @Nullable
            Integer homeGoals,

            @About("goals of the team that travels so far, without penalty shoot-outs") @Nullable
            Integer awayGoals,

            @About("the round or match day, as the provider calls it") @Nullable
            String round,

            @About("where it is played") @Nullable String venue) {}

    /// How far a match is.
    public enum Status {
        SCHEDULED,
        /// Begun and not over, breaks included.
        LIVE,
        FINISHED,
        POSTPONED,
        CANCELLED,
        /// Known to the provider and in none of the other words: abandoned, awarded, not told.
        OTHER
    }
}
