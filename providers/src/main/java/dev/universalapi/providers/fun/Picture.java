package dev.universalapi.providers.fun;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The picture of an animal.
public record Picture(
        @About("the provider's own name for it") String id,
        @About("what is to be seen") Animal animal,
        @About("the picture itself") URI imageUrl,

        @About("its breed by name, where the provider says") @Nullable
        String breed,

        @About("its width in pixels") @Nullable Integer width,
        @About("its height in pixels") @Nullable Integer height) {}
