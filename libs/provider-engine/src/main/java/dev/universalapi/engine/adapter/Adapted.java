package dev.universalapi.engine.adapter;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.first.First;
import dev.universalapi.engine.mapping.Answering;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Paging;
import dev.universalapi.engine.request.AccessReader;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.Entry;
import dev.universalapi.engine.request.Filling;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.Likeness;
import dev.universalapi.engine.request.Sameness;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.shape.Addresses;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks by an adapter, and lets it read. What it wants sent becomes a call without holes, so that everything of
/// the provider goes into it as into any other.
public final class Adapted implements Way, Answering {
    private final Adapter adapter;
    private final Call.Access access;
    private final OperationType operation;

    public Adapted(Adapter adapter, Call.Access access, OperationType operation) {
        this.adapter = adapter;
        this.access = access;
        this.operation = operation;
    }

    @Override
    public List<Template.Secret> secrets() {
        return access.secrets();
    }

    @Override
    public Optional<Call> token() {
        return access.token();
    }

    @Override
    public Optional<First> first() {
        return Optional.empty();
    }

    @Override
    public Optional<Way> before() {
        return Optional.empty();
    }

    @Override
    public Optional<Paging> paging() {
        return Optional.empty();
    }

    // one that breaks is asked all the same: then its fault stands in the receipt
    @Override
    public Optional<String> refuses(Record query, Known known) {
        try {
            request(query, known, name -> Optional.of("$" + name), false, Duration.ZERO);
            return Optional.empty();
        } catch (UnfillableException e) {
            return Optional.of(e.reason());
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public EgressRequest request(
            Record query, Known known, Function<String, Optional<String>> finder, boolean operator, Duration timeout)
            throws UnfillableException {
        return request(adapter.ask(query), query, finder, operator, timeout);
    }

    @Override
    public Optional<String> differs(Incoming incoming) {
        return Likeness.differs(access, incoming);
    }

    @Override
    public boolean asks(Record query, Known known, Incoming incoming) {
        try {
            var outgoing = adapter.ask(query);
            var filled = request(outgoing, query, _ -> Optional.of(Sameness.SECRET), false, Duration.ZERO);
            return Sameness.of(filled, incoming)
                    && Arrays.equals(filled.body(), incoming.body())
                    && outgoing.headers().entrySet().stream()
                            .allMatch(header -> header.getValue()
                                    .equals(incoming.headers()
                                            .get(header.getKey().toLowerCase(Locale.ROOT))));
        } catch (UnfillableException | RuntimeException _) {
            return false;
        }
    }

    /// Whether a response of that content type is a stream, to be read by [#parts].
    public boolean streams(String contentType) {
        return adapter instanceof StreamAdapter streaming
                && contentType
                        .strip()
                        .regionMatches(
                                true, 0, streaming.media(), 0, streaming.media().length());
    }

    /// Reads a stream while it comes.
    ///
    /// @return whether it said that it is complete
    public boolean parts(Record query, InputStream body, Consumer<Record> parts) throws MisreadException, IOException {
        return ((StreamAdapter) adapter).read(query, body, parts);
    }

    @Override
    public boolean post(Record query) {
        try {
            return adapter.ask(query).post();
        } catch (UnfillableException | RuntimeException _) {
            return false;
        }
    }

    @Override
    public Record empty() {
        return operation.answer().empty();
    }

    // the body counts as JSON for the provider's rules only; whether the adapter can read it, it says itself
    @Override
    public Reading make(Record query, EgressResponse response, Scope scope, @Nullable String unreadable) {
        try {
            var answer = adapter.read(query, Received.of(response));
            return operation.answers(answer)
                    ? new Reading.Answer(Outcome.OK, answer, 0)
                    : new Reading.Failure(Outcome.MALFORMED, "the adapter gave no answer of " + operation);
        } catch (MisreadException e) {
            return new Reading.Failure(e.outcome(), e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return new Reading.Failure(Outcome.MALFORMED, "the adapter broke: " + e);
        }
    }

    private EgressRequest request(
            Outgoing outgoing,
            Record query,
            Function<String, Optional<String>> finder,
            boolean operator,
            Duration timeout)
            throws UnfillableException {
        refuse(
                outgoing.query().keySet().stream()
                        .anyMatch(name -> access.query().stream()
                                .anyMatch(entry -> entry.name().equals(name))),
                "a parameter that `auth` sets would be sent twice");
        refuse(!outgoing.post() && outgoing.body().length > 0, "a GET would have a body");
        refuse(outgoing.body().length > Filling.LARGEST_BODY, "the request would be larger than 1 MiB");
        var parameters = outgoing.query().entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), Template.of(entry.getValue())))
                .toList();
        var call =
                new Call(access, outgoing.post(), Template.of(path(outgoing)), parameters, List.of(), Optional.empty());
        var filled = Filling.of(call, query, Known.NOTHING, finder, operator, timeout);
        return new EgressRequest(
                filled.method(),
                filled.uri(),
                filled.destination(),
                headers(filled.headers(), outgoing),
                outgoing.body(),
                timeout,
                filled.secrets());
    }

    // an empty part would let a text of the query change where the path leads, and so would `.` and `..`
    private static String path(Outgoing outgoing) throws UnfillableException {
        var path = outgoing.path();
        refuse(!path.isEmpty() && !path.startsWith("/"), "the path would not begin with `/`");
        refuse(path.contains("//"), "a part of the path would be empty, `.` or `..`");
        return Arrays.stream(path.split("/", -1)).map(Addresses::encode).collect(Collectors.joining("/"));
    }

    private Map<String, String> headers(Map<String, String> common, Outgoing outgoing) throws UnfillableException {
        var taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        access.headers().forEach(header -> taken.add(header.name()));
        access.basic().ifPresent(_ -> taken.add("Authorization"));
        var headers = new LinkedHashMap<>(common);
        for (var header : outgoing.headers().entrySet()) {
            var name = header.getKey();
            refuse(!AccessReader.settable(name), "a header would be set that may not be");
            refuse(!taken.add(name), "the header " + name + " would be set twice");
            Filling.refuseBreaks(header.getValue());
            headers.put(name, header.getValue());
        }
        return headers;
    }

    private static void refuse(boolean wrong, String why) throws UnfillableException {
        if (wrong) {
            throw new UnfillableException(why);
        }
    }
}
