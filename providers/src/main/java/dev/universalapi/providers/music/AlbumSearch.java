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

/// Albums by words of their title or artist, the best first.
@Operation(path = "music/album-search", summary = "Albums by title or artist")
public record AlbumSearch(
        @About("words of the title, the artist, or both") @Trimmed @Length(max = 200) @Example("Kind of Blue")
        String query,

        @About("how many albums at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<AlbumSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Album> albums,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            albums = List.copyOf(albums);
        }
    }

    /// One album, or single.
    public record Album(
            @About("the provider's own name for it") String id,
            @About("its title") String title,

            @About("who is credited, by name; several are separated by commas")
            String artist,

            @About("when it was first published: ISO 8601, as exact as known") @Nullable
            String date,

            @About("how many tracks it has") @Nullable Integer tracks,
            @About("its page at the provider") URI url,
            @About("its cover") @Nullable URI imageUrl) {}
}
