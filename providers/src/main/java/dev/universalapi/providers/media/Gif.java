package dev.universalapi.providers.media;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One moving picture: its addresses, never its bytes.
public record Gif(
        @About("the provider's own name for it") String id,
        @About("its title") @Nullable String title,

        @About("what is to be seen, for those who cannot see it") @Nullable
        String description,

        @About("who uploaded it, by name") @Nullable String author,
        @About("width, pixels") int width,
        @About("height, pixels") int height,
        @About("the picture itself, as GIF") URI imageUrl,

        @About("the same as MP4, a tenth of the size") @Nullable
        URI videoUrl,

        @About("a small one, some hundred pixels wide") @Nullable
        URI thumbnailUrl,

        @About("its page at the provider") URI url,
        @About("when it was uploaded") @Nullable Instant publishedAt) {}
