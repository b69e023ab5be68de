package dev.universalapi.providers.music;

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

/// Songs by words of their title or artist, the best first.
@Operation(path = "music/search", summary = "Songs by title or artist")
public record MusicSearch(
        @About("words of the title, the artist, or both") @Trimmed @Length(max = 200) @Example("Do I Wanna Know")
        String query,

        @About("how many tracks at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<MusicSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Track> tracks,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            tracks = List.copyOf(tracks);
        }
    }
}
