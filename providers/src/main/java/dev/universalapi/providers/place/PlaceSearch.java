package dev.universalapi.providers.place;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;

/// The places that an address or a name may mean, the likeliest first.
@Operation(path = "place/search", summary = "Places by address or name")
public record PlaceSearch(
        @About("an address, or the name of a place; what narrows it comes behind a comma")
        @Trimmed
        @Length(min = 1, max = 200)
        @Example("Place Bellecour, Lyon")
        String query,

        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("3")
        int limit,

        @About("the language to name them in, by its BCP 47 tag")
        @Matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        @Default("en")
        @Example("en")
        String language)
        implements Query<PlaceSearch.Answer> {

    /// None, if nothing of that name is known.
    public record Answer(@About("the likeliest first") List<Place> places) {
        public Answer {
            places = List.copyOf(places);
        }
    }
}
