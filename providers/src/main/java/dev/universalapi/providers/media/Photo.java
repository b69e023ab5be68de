package dev.universalapi.providers.media;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// One photo: its addresses, never its bytes. Who shows it names its author, with a link to `url`.
public record Photo(
        @About("the provider's own name for it") String id,

        @About("what is on it: a title, a sentence, or words separated by commas") @Nullable
        String description,

        @About("who took it, by name") @Nullable String author,
        @About("the author's page") @Nullable URI authorUrl,
        @About("width of the original, pixels") @Nullable Integer width,
        @About("height of the original, pixels") @Nullable Integer height,

        @About("the picture to show, where there are several about a thousand pixels wide")
        URI imageUrl,

        @About("a small one, some hundred pixels wide") @Nullable
        URI thumbnailUrl,

        @About("its page at the provider, or where it comes from")
        URI url,

        @About("what may be done with it") URI licenseUrl) {}
