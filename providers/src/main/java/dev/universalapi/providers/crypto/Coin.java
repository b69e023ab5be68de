package dev.universalapi.providers.crypto;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Which coin it is, without its price.
public record Coin(
        @About("the provider's own name for it") String id,
        @About("ticker symbol, in upper case") String symbol,
        @About("its name") String name,

        @About("place by market capitalisation, from 1") @Nullable
        Integer rank,

        @About("address of its logo") @Nullable URI imageUrl) {}
