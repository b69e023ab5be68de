package dev.universalapi.engine.choice;

import dev.universalapi.engine.choice.Route.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the header `X-Route`:
/// `{"order":[…],"only":[…],"ignore":[…],"allowFallbacks":true,"maxPrice":0,"sort":"latency|price|quality"}` with ids
/// of providers and a price in US dollars a call; every member may be left out.
public final class RouteHeader {
    /// The header's name.
    public static final String NAME = "X-Route";

    private static final int LONGEST = 4096;
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 64;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(1_000);
    private static final int MOST_DECIMALS = 12;
    private static final Set<String> MEMBERS = Set.of("order", "only", "ignore", "allowFallbacks", "maxPrice", "sort");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RouteHeader() {}

    /// The route that a header's value says. Whether its ids are anybody's is for the engine to know.
    ///
    /// @throws InvalidRouteException saying in one sentence what is wrong
    public static Route parse(String value) throws InvalidRouteException {
        refuseIf(value.length() > LONGEST, "it is longer than " + LONGEST + " characters");
        var json = json(value);
        refuseIf(!json.isObject(), "it must be a JSON object such as {\"only\":[\"a-provider\"]}");
        for (var member : json.propertyNames()) {
            refuseIf(
                    !MEMBERS.contains(member),
                    "it may have order, only, ignore, allowFallbacks, maxPrice and sort, but not " + shown(member));
        }
        return new Route(
                ids(json, "order"),
                ids(json, "only"),
                ids(json, "ignore"),
                allowFallbacks(json.path("allowFallbacks")),
                maxPrice(json.path("maxPrice")),
                sort(json.path("sort")));
    }

    private static JsonNode json(String value) throws InvalidRouteException {
        try {
            return JSON.readTree(value);
        } catch (JacksonException _) {
            throw new InvalidRouteException("it is not JSON");
        }
    }

    private static List<String> ids(JsonNode json, String member) throws InvalidRouteException {
        var list = json.path(member);
        var ids = new ArrayList<String>();
        if (list.isMissingNode()) {
            return ids;
        }
        refuseIf(!list.isArray(), member + " must be a list of provider ids");
        refuseIf(list.size() > MOST, member + " names more than " + MOST + " providers");
        for (var id : list) {
            refuseIf(!id.isString(), member + " must be a list of provider ids");
            refuseIf(!ID.matcher(id.asString()).matches(), member + " holds what is no provider id");
            ids.add(id.asString());
        }
        return ids;
    }

    private static boolean allowFallbacks(JsonNode json) throws InvalidRouteException {
        refuseIf(!json.isMissingNode() && !json.isBoolean(), "allowFallbacks must be true or false");
        return json.isMissingNode() || json.asBoolean();
    }

    private static @Nullable BigDecimal maxPrice(JsonNode json) throws InvalidRouteException {
        if (json.isMissingNode()) {
            return null;
        }
        var why = "maxPrice must be a number of US dollars from 0 to " + MOST_DOLLARS + ", with at most "
                + MOST_DECIMALS + " decimals";
        refuseIf(!json.isNumber(), why);
        var price = json.decimalValue();
        refuseIf(price.signum() < 0 || price.compareTo(MOST_DOLLARS) > 0 || price.scale() > MOST_DECIMALS, why);
        return price;
    }

    private static @Nullable Sort sort(JsonNode json) throws InvalidRouteException {
        if (json.isMissingNode()) {
            return null;
        }
        return Arrays.stream(Sort.values())
                .filter(sort -> json.isString() && sort.label().equals(json.asString()))
                .findFirst()
                .orElseThrow(() -> new InvalidRouteException("sort must be latency, price or quality"));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }

    private static void refuseIf(boolean wrong, String why) throws InvalidRouteException {
        if (wrong) {
            throw new InvalidRouteException(why);
        }
    }
}
