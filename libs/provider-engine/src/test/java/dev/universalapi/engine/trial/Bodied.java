package dev.universalapi.engine.trial;

import dev.universalapi.engine.manifest.Offer;
import java.util.Map;
import java.util.Objects;

/// Offers that read bodies of a kind: something of each from where it usually is.
public final class Bodied {
    private static final String TREE = """
            get: /x
            reads: %s
            answer: { text: /a/b, exact: /a/n, list: /a/l/*, map: /a/m }
            """;
    private static final Map<String, Offer> OFFERS = Map.of(
            "json", Draft.offer("trial/any", TREE.formatted("json")),
            "xml", Draft.offer("trial/any", TREE.formatted("xml")),
            "csv", Draft.offer("trial/any", "get: /x\nreads: csv\nanswer: { text: /0/b, exact: /0/n, list: /*/b }"));

    private Bodied() {}

    /// The one for a file, by the ending of its name.
    public static Offer offer(String file) {
        return Objects.requireNonNull(OFFERS.get(file.substring(file.lastIndexOf('.') + 1)));
    }
}
