package dev.universalapi.egress;

import dev.universalapi.egress.EgressException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a request must be before a name is looked up for it.
final class RequestCheck {
    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final Set<String> OURS = Set.of(
            "connection",
            "content-length",
            "cookie",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    private final EgressLimits limits;

    RequestCheck(EgressLimits limits) {
        this.limits = limits;
    }

    void check(EgressRequest request) throws EgressException {
        if (!request.destination().covers(request.uri())) {
            throw new EgressException(
                    Kind.FORBIDDEN_ADDRESS,
                    "the address does not lie at " + request.destination() + ", the only place declared");
        }
        refuseIf(!METHODS.contains(request.method()), "only GET and POST are sent");
        refuseIf(request.uri().getRawFragment() != null, "an address with a fragment is not sent");
        refuseIf(
                request.uri().toASCIIString().getBytes(StandardCharsets.UTF_8).length > limits.addressBytes(),
                "the address is longer than " + limits.addressBytes() + " bytes");
        refuseIf(
                request.body().length > limits.requestBytes(),
                "the body is larger than " + limits.requestBytes() + " bytes");
        refuseIf(request.method().equals("GET") && request.body().length > 0, "a GET has no body");
        for (var header : request.headers().entrySet()) {
            checkHeader(header.getKey(), header.getValue());
        }
    }

    private void checkHeader(String name, String value) throws EgressException {
        refuseIf(!TOKEN.matcher(name).matches(), "the name of a header is not one");
        refuseIf(OURS.contains(name.toLowerCase(Locale.ROOT)), "the header " + name + " is not for a request to set");
        refuseIf(!VALUE.matcher(value).matches(), "the header " + name + " holds a character that headers cannot");
    }

    private static void refuseIf(boolean wrong, String why) throws EgressException {
        if (wrong) {
            throw new EgressException(Kind.FORBIDDEN_REQUEST, why);
        }
    }
}
