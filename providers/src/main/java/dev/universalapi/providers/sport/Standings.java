package dev.universalapi.providers.sport;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the teams of a competition stand, the first first.
@Operation(path = "sport/standings", summary = "The table of a football competition")
public record Standings(
        @About("the competition") @Example("PREMIER_LEAGUE") Competition competition,

        @About("the year that the season begins in") @Range(min = 1990, max = 2100) @Example("2024")
        int season)
        implements Query<Standings.Answer> {

    /// The table as it is now, or as it was at the season's end.
    public record Answer(
            @About("one a team, by its place; groups follow each other")
            List<Row> table) {
        public Answer {
            table = List.copyOf(table);
        }
    }

    /// How one team stands.
    public record Row(
            @About("its place, from 1") int position,
            @About("the team, by its name") String team,
            @About("matches played") int played,
            @About("matches won") int won,
            @About("matches drawn") int drawn,
            @About("matches lost") int lost,
            @About("goals scored") int goalsFor,
            @About("goals conceded") int goalsAgainst,
            @About("points") int points,

            @About("the last matches, the newest last, as letters: W won, D drawn, L lost") @Nullable
            String form,

            @About("the group, where the competition has groups") @Nullable
            String group,

            @About("the badge of the team") @Nullable URI imageUrl) {}
}
