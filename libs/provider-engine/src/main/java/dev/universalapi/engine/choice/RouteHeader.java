package dev.universalapi.engine.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the header `X-Route`: `{"order":[…],"only":[…],"ignore":[…]}` with ids of providers.
public final class RouteHeader {
    /// The header's name.
    public static final String NAME = "X-Route";

    private static final int LONGEST = 4096;
    private static final int MOST = 50;
    private static final int LONGEST_ID = 64;
    private static final Set<String> MEMBERS = Set.of("order", "only", "ignore");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
            refuseIf(!MEMBERS.contains(member), "it may have order, only and ignore, but not " + shown(member));
        }
        return new Route(ids(json, "order"), ids(json, "only"), ids(json, "ignore"));
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
            refuseIf(id.asString().length() > LONGEST_ID, member + " holds what is no provider id");
            ids.add(id.asString());
        }
        return ids;
    }

    private static String shown(String text) {
        return text.length() > LONGEST_ID ? text.substring(0, LONGEST_ID) + "…" : text;
    }

    private static void refuseIf(boolean wrong, String why) throws InvalidRouteException {
        if (wrong) {
            throw new InvalidRouteException(why);
        }
    }
}
