package dev.universalapi.engine.request;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.shape.Addresses;
import dev.universalapi.engine.shape.Written;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One call, filled for one query.
public final class Filling {
    /// The most bytes that are sent.
    public static final int LARGEST_BODY = 1024 * 1024;

    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9-]{0,15}");

    private final Call call;
    private final Scope scope;
    private final Set<String> secrets = new HashSet<>();

    private Filling(Call call, Record query, Known known, Function<String, Optional<String>> finder) {
        this.call = call;
        this.scope = Scope.request(query, known, finder);
        for (var secret : call.secrets()) {
            finder.apply(secret.name()).ifPresent(value -> {
                secrets.add(value);
                secrets.add(Addresses.encode(value));
            });
        }
    }

    /// The request that asks a query.
    ///
    /// @param known beside the query
    /// @param finder of secrets
    /// @param operator whether the operator may put another base in
    /// @throws UnfillableException if the query does not fit
    public static EgressRequest of(
            Call call,
            Record query,
            Known known,
            Function<String, Optional<String>> finder,
            boolean operator,
            Duration timeout)
            throws UnfillableException {
        return new Filling(call, query, known, finder).request(finder, operator, timeout);
    }

    /// Why a query does not fit a call, whatever the secrets; empty if it does.
    public static Optional<String> refuses(Call call, Record query, Known known) {
        if (!call.choosy()) {
            return Optional.empty();
        }
        try {
            of(call, query, known, name -> Optional.of("$" + name), false, Duration.ZERO);
            return Optional.empty();
        } catch (UnfillableException e) {
            return Optional.of(e.reason());
        }
    }

    private EgressRequest request(Function<String, Optional<String>> finder, boolean operator, Duration timeout)
            throws UnfillableException {
        var own = call.provider().base();
        var name = operator ? own.operatorsName() : Optional.<String>empty();
        var set = name.flatMap(finder);
        var base = set.isPresent() ? Site.byOperator(name.orElseThrow(), set.get()) : own;
        var body = body();
        if (body.length > LARGEST_BODY) {
            throw new UnfillableException("the request would be larger than 1 MiB");
        }
        var headers = headers();
        return new EgressRequest(
                call.method(), address(base), base.declared(), headers, body, timeout, Set.copyOf(secrets));
    }

    private URI address(Site base) throws UnfillableException {
        var address = new StringBuilder(base.scheme())
                .append("://")
                .append(host(base))
                .append(base.path());
        if (call.provider().path().isPresent()) {
            address.append('/').append(path(call.provider().path().get()));
        }
        address.append(path(call.path()));
        var parameters = pairs(call.parameters());
        if (!parameters.isEmpty()) {
            address.append('?').append(parameters);
        }
        if (address.length() > LONGEST_ADDRESS) {
            throw new UnfillableException("the address would be longer than 8 KiB");
        }
        try {
            return new URI(address.toString());
        } catch (URISyntaxException e) {
            throw new UnfillableException("the query does not make an address");
        }
    }

    private String host(Site base) throws UnfillableException {
        if (base.host().constant() != null) {
            return base.host().constant();
        }
        var host = new StringBuilder();
        for (var part : base.host().parts()) {
            var text = text(Template.fill(part, scope)).orElse("");
            if (part instanceof Template.Hole && !LABEL.matcher(text).matches()) {
                throw new UnfillableException("there is no such host: " + Found.show(text));
            }
            host.append(text);
        }
        return host.toString();
    }

    private String path(Template template) throws UnfillableException {
        var path = new StringBuilder();
        for (var part : template.parts()) {
            var filled = switch (part) {
                case Template.Hole hole -> hole.expression().inPath(scope);
                case Template.Words _, Template.Secret _ -> Template.fill(part, scope);
            };
            path.append(text(filled).orElseThrow(() -> new UnfillableException("a part of the path is missing")));
        }
        for (var segment : path.substring(path.indexOf("/") + 1).split("/", -1)) {
            if (segment.equals(".")
                    || segment.equals("..")
                    || (segment.isEmpty() && !template.holes().isEmpty())) {
                throw new UnfillableException("a part of the path would be empty, `.` or `..`");
            }
        }
        return path.toString();
    }

    private String pairs(List<Entry> entries) throws UnfillableException {
        var pairs = new StringBuilder();
        for (var entry : entries) {
            var value = text(entry.value().fill(scope));
            if (value.isPresent()) {
                pairs.append(pairs.isEmpty() ? "" : "&")
                        .append(Addresses.encode(entry.name()))
                        .append('=')
                        .append(Addresses.encode(value.get()));
            }
        }
        return pairs.toString();
    }

    private Map<String, String> headers() throws UnfillableException {
        var headers = new LinkedHashMap<String, String>();
        for (var entry : call.provider().headers()) {
            var value = text(entry.value().fill(scope));
            if (value.isPresent()) {
                refuseBreaks(value.get());
                headers.put(entry.name(), value.get());
            }
        }
        if (call.provider().basic().isPresent()) {
            var credential = text(call.provider().basic().get().fill(scope));
            if (credential.isPresent()) {
                var encoded =
                        Base64.getEncoder().encodeToString(credential.get().getBytes(StandardCharsets.UTF_8));
                secrets.add(encoded);
                headers.put("Authorization", "Basic " + encoded);
            }
        }
        if (call.json().isPresent()) {
            headers.putIfAbsent("Content-Type", "application/json");
        } else if (!call.form().isEmpty()) {
            headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
        }
        return headers;
    }

    /// Refuses what would let a header write others.
    ///
    /// @throws UnfillableException if the value holds a line break or another control character
    public static void refuseBreaks(String value) throws UnfillableException {
        if (value.chars().anyMatch(letter -> letter < ' ' || letter == 0x7f)) {
            throw new UnfillableException("a header would hold a line break");
        }
    }

    private byte[] body() throws UnfillableException {
        if (call.json().isPresent()) {
            var filled = call.json().get().fill(scope);
            return filled.map(json -> json.toString().getBytes(StandardCharsets.UTF_8))
                    .orElse(new byte[0]);
        }
        return pairs(call.form()).getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(Found found) throws UnfillableException {
        return switch (found) {
            case Found.Value value -> Optional.of(Written.text(value.value()));
            case Found.Missing _ -> Optional.empty();
            case Found.Unreadable unreadable -> throw new UnfillableException(unreadable.why());
        };
    }
}
