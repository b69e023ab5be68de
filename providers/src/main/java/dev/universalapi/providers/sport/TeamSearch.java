package dev.universalapi.providers.sport;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Teams by words of their names. Some providers know football alone, others every sport.
@Operation(path = "sport/team-search", summary = "Teams by name")
public record TeamSearch(
        @About("words of the team's name") @Trimmed @Length(max = 100) @Example("Arsenal")
        String query,

        @About("how many teams at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<TeamSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(@About("the best first") List<Team> teams) {
        public Answer {
            teams = List.copyOf(teams);
        }
    }

    /// One team.
    public record Team(
            @About("the provider's own name for it") String id,
            @About("its name") String name,
            @About("what it plays, in English") String sport,

            @About("its country, by its English name") @Nullable
            String country,

            @About("the year that it was founded in") @Nullable
            Integer founded,

            @About("where it plays at home") @Nullable String venue,
            @About("where that is") @Nullable String city,
            @About("how many that holds") @Nullable Integer venueCapacity,
            @About("the page about it") @Nullable URI url,
            @About("its badge") @Nullable URI imageUrl) {}
}
