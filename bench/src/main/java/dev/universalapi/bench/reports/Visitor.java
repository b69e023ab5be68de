package dev.universalapi.bench.reports;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.contracts.house.Allowed;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Asks analytics-service as the gateway does, in the name of the organisation.
@Allowed(
        rule = "arrows",
        because = "it asks one service alone, as the gateway does, which mints tokens by platform's own code")
record Visitor(Caller service, TokenMint mint) {
    private static final dev.universalapi.platform.security.Caller ORGANISATION =
            new dev.universalapi.platform.security.Caller(
                    "key-1",
                    Filling.ORGANISATION,
                    dev.universalapi.platform.security.Caller.Environment.LIVE,
                    List.of());

    /// How long a page took.
    record Took(String path, long millis) {}

    /// Asks for the first page of each, and for the one after it, where there is one.
    List<Took> ask(List<String> paths) throws IOException, InterruptedException {
        var took = new ArrayList<Took>();
        for (var path : paths) {
            var next = ask(path, took);
            if (!next.isEmpty()) {
                ask(path + "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8), took);
            }
        }
        return took;
    }

    private String ask(String path, List<Took> took) throws IOException, InterruptedException {
        var page = service.get(path, InternalToken.HEADER, mint.mint(ORGANISATION));
        if (page.status() != 200 || page.body().path("data").isEmpty()) {
            throw new IOException(path + " is answered with " + page);
        }
        took.add(new Took(path, page.millis()));
        return page.at("/meta/next");
    }
}
