package dev.universalapi.providers.music;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// One recording of a song.
public record Track(
        @About("the provider's own name for it") String id,
        @About("its title") String title,

        @About("who is credited, by name; several are separated by commas")
        String artist,

        @About("the album it is on, one if several") @Nullable
        String album,

        @About("when it was first published, or its album was: ISO 8601, as exact as known") @Nullable
        String date,

        @About("how long it is, seconds") @Nullable Double durationSeconds,

        @About("the recording's International Standard Recording Code") @Nullable
        String isrc,

        @About("whether its words are not for children") @Nullable
        Boolean explicit,

        @About("its genre, in the provider's words") @Nullable
        String genre,

        @About("half a minute of it, as sound") @Nullable URI previewUrl,
        @About("its page at the provider") URI url,
        @About("the cover of its album") @Nullable URI imageUrl) {}
