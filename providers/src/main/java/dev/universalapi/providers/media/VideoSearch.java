package dev.universalapi.providers.media;

import dev.universalapi.engine.input.AnyCase;
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

/// Short videos of something, the best first.
@Operation(path = "media/video-search", summary = "Videos of something")
public record VideoSearch(
        @About("what is to be seen, in English words") @Trimmed @AnyCase @Length(max = 200) @Example("ocean waves")
        String query,

        @About("how many videos at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<VideoSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Video> videos,
            @About("how many there are in all") @Nullable Long total) {
        public Answer {
            videos = List.copyOf(videos);
        }
    }

    /// One video: its addresses, never its bytes. Who shows it names its author, with a link to `url`.
    public record Video(
            @About("the provider's own name for it") String id,

            @About("what is to be seen, as words separated by commas") @Nullable
            String description,

            @About("who made it, by name") String author,
            @About("the author's page") @Nullable URI authorUrl,
            @About("how long it is, seconds") int durationSeconds,
            @About("width, pixels") int width,
            @About("height, pixels") int height,
            @About("the video itself, as MP4") URI videoUrl,
            @About("a still of it") @Nullable URI imageUrl,
            @About("its page at the provider") URI url,
            @About("what may be done with it") URI licenseUrl) {}
}
