package dev.universalapi.engine.adapter;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Single;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What these tests are given: contracts, adapters good and bad, and offers of them.
final class Trials {
    static final Operations OPERATIONS = Operations.of(
            Single.class, HeadlinePage.class, OddForm.class, Open.class, Hidden.class, Needy.class, Sent.class);
    static final Single QUERY = new Single("ab");

    private Trials() {}

    static Provider provider(String head, String operation) {
        return Draft.provider(OPERATIONS, head + operation("adapter: " + operation));
    }

    static Offer offer(String adapter) {
        return provider(Draft.HEAD, adapter).offers().getFirst();
    }

    static Offer offer(String auth, String adapter) {
        return provider(Draft.HEAD.replace("auth: none", "auth: " + auth), adapter)
                .offers()
                .getFirst();
    }

    static List<String> errors(String operation) {
        return Draft.errors(OPERATIONS, Draft.HEAD + operation(operation));
    }

    private static String operation(String words) {
        return "operations:\n  trial/single:\n" + words.indent(4);
    }

    /// Can be extended.
    static class Open extends Quiet {}

    /// Cannot be made.
    private static final class Hidden extends Quiet {}

    /// Needs something.
    static final class Needy extends Quiet {
        @SuppressWarnings("unused")
        Needy(String something) {}
    }

    /// Sends what a test says.
    static final class Sent extends Quiet {
        static final ThreadLocal<Function<Single, Outgoing>> SENDS = new ThreadLocal<>();

        @Override
        public Outgoing ask(Record query) {
            return SENDS.get().apply((Single) query);
        }
    }

    /// Does nothing.
    abstract static class Quiet implements Adapter {

        @Override
        public Outgoing ask(Record query) {
            return new Outgoing(false, "", Map.of(), Map.of(), new byte[0]);
        }

        @Override
        public Record read(Record query, Received response) {
            return query;
        }
    }
}
