package dev.universalapi.providers.utility;

import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Makes a short address that leads to a long one.
@About("Whoever has the short address can see where it leads; it cannot be taken back.")
@Operation(path = "utility/short-link", summary = "Make a short link to an address")
public record ShortLink(
        @About("where it leads to") @Example("https://example.org/articles/2026/how-rivers-are-measured")
        URI url,

        @About(
                "what the short address ends with: 5 to 30 letters, digits and `_`; chosen by the provider where left out")
        @Matches("[A-Za-z0-9_]{5,30}")
        @Nullable
        String alias)
        implements Command<ShortLink.Answer> {

    /// What was made.
    public record Answer(
            @About("the short address, which lasts") URI shortUrl) {}
}
