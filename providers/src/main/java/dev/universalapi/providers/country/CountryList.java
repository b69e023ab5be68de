package dev.universalapi.providers.country;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The countries of one part of the world, or of all of it, page by page.
@Operation(path = "country/list", summary = "Countries of a part of the world")
public record CountryList(
        @About("the part of the world, as in Europe, Asia, Africa, Americas or Oceania; all of it if left out")
        @Matches("[A-Za-z ]{2,40}")
        @Example("Europe")
        @Nullable
        String region,

        @About("how many at most") @Range(min = 1, max = 100) @Default("25") @Example("25")
        int limit)
        implements Query<CountryList.Answer> {

    /// One page.
    public record Answer(
            @About("as the provider orders them") List<Country> countries,
            @About("how many there are in all") @Nullable Long total) {
        public Answer {
            countries = List.copyOf(countries);
        }
    }
}
