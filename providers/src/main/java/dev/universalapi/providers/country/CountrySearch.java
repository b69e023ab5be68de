package dev.universalapi.providers.country;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The countries that a name may mean: common, official and native names, whole or in part.
@Operation(path = "country/search", summary = "Countries by name")
public record CountrySearch(
        @About("a name, or a part of one") @Trimmed @Length(min = 1, max = 200) @Example("Guinea")
        String query,

        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<CountrySearch.Answer> {

    /// None, if no country is called so.
    public record Answer(
            @About("as the provider orders them") List<Country> countries,
            @About("how many there are in all") @Nullable Long total) {
        public Answer {
            countries = List.copyOf(countries);
        }
    }
}
