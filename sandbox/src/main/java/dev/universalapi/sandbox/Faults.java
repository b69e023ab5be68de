package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;

/// The faults in force, at most one a provider.
final class Faults {
    private static final int LONGEST_MILLIS = 60_000;
    private static final int LONGEST_RETRY = 86_400;

    private final Map<String, Fault> faults = new ConcurrentSkipListMap<>();

    /// The fault that strikes an operation of a provider now.
    Optional<Fault> striking(String provider, String operation) {
        return find(provider).filter(fault -> fault.strikes(operation));
    }

    Optional<Fault> find(String provider) {
        return Optional.ofNullable(faults.get(provider));
    }

    /// Takes the place of a fault that may be in force.
    void put(String provider, Fault fault) {
        lift(faults.put(provider, fault));
    }

    void remove(String provider) {
        lift(faults.remove(provider));
    }

    void clear() {
        faults.keySet().forEach(this::remove);
    }

    /// All, by provider, for people.
    Map<String, Map<String, Object>> describe() {
        var all = new TreeMap<String, Map<String, Object>>();
        faults.forEach((provider, fault) -> all.put(provider, describe(fault)));
        return all;
    }

    static Map<String, Object> describe(Fault fault) {
        var told = new TreeMap<String, Object>();
        told.put("kind", label(fault.kind()));
        fault.operation().ifPresent(operation -> told.put("operation", operation));
        switch (fault.kind()) {
            case LATENCY -> told.put("millis", fault.millis());
            case STATUS -> {
                told.put("status", fault.status());
                fault.retryAfter().ifPresent(seconds -> told.put("retryAfter", seconds));
            }
            case ANSWER ->
                fault.answer()
                        .ifPresent(
                                answer -> told.put("status", answer.response().status()));
            case BLACKHOLE, TRUNCATE, MALFORMED, ERROR_IN_200, DRIFT -> {}
        }
        return told;
    }

    /// @throws IllegalArgumentException saying what must be sent instead
    static Fault read(JsonNode body) {
        var kind = Arrays.stream(Fault.Kind.values())
                .filter(known -> label(known).equals(body.path("kind").asString("")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind must be one of " + kinds()));
        var operation = Optional.of(body.path("operation").asString("")).filter(text -> !text.isEmpty());
        var millis = kind == Fault.Kind.LATENCY ? number(body, "millis", 0, LONGEST_MILLIS) : 0;
        var status = kind == Fault.Kind.STATUS ? number(body, "status", 200, 599) : 200;
        var retryAfter = kind == Fault.Kind.STATUS && body.has("retryAfter")
                ? OptionalInt.of(number(body, "retryAfter", 0, LONGEST_RETRY))
                : OptionalInt.empty();
        var answer = kind == Fault.Kind.ANSWER ? Optional.of(answer(body)) : Optional.<Fault.Answer>empty();
        return new Fault(kind, operation, millis, status, retryAfter, answer, new CountDownLatch(1));
    }

    private static Fault.Answer answer(JsonNode body) {
        var before = Optional.of(body.path("before")).filter(JsonNode::isObject).map(Faults::response);
        return new Fault.Answer(response(body), before);
    }

    /// `status`, `headers` and `body`, whose bytes are in base 64.
    private static EgressResponse response(JsonNode told) {
        var status = told.has("status") ? number(told, "status", 200, 599) : 200;
        var headers = new TreeMap<String, List<String>>();
        told.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        List.of(header.getValue().asString(""))));
        try {
            return new EgressResponse(
                    status,
                    headers,
                    Base64.getDecoder().decode(told.path("body").asString("")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("body must be bytes in base 64", e);
        }
    }

    private static int number(JsonNode body, String name, int lowest, int highest) {
        var value = body.path(name).asInt(-1);
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(name + " must be a number from " + lowest + " to " + highest);
        }
        return value;
    }

    private static String kinds() {
        return String.join(
                ", ", Arrays.stream(Fault.Kind.values()).map(Faults::label).toList());
    }

    private static String label(Fault.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void lift(@org.jspecify.annotations.Nullable Fault fault) {
        if (fault != null) {
            fault.lifted().countDown();
        }
    }
}
