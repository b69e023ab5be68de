package dev.universalapi.providers.music;

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

/// Artists and bands by name, the best first.
@Operation(path = "music/artist-search", summary = "Artists and bands by name")
public record ArtistSearch(
        @About("the name, or a part of it") @Trimmed @Length(max = 200) @Example("Miles Davis")
        String query,

        @About("how many artists at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<ArtistSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Artist> artists,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            artists = List.copyOf(artists);
        }
    }

    /// One artist or band.
    public record Artist(
            @About("the provider's own name for them") String id,
            @About("their name") String name,

            @About("where they are from, by its ISO 3166-1 alpha-2 code") @Nullable
            String country,

            @About("in the provider's words") List<String> genres,
            @About("their page at the provider") URI url,
            @About("a picture of them") @Nullable URI imageUrl) {
        public Artist {
            genres = List.copyOf(genres);
        }
    }
}
