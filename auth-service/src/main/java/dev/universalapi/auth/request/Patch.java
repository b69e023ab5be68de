package dev.universalapi.auth.request;

import dev.universalapi.platform.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Changes what is named and leaves the rest (as RFC 7396, but for what is inside of members: each is replaced whole).
/// A
/// member that is null is taken away.
public final class Patch {
    private final JsonMapper json;

    public Patch(JsonMapper json) {
        this.json = json;
    }

    /// @param current what there is
    /// @param change an object
    /// @throws ProblemException if the result would be none of its kind
    public <T> T apply(T current, JsonNode change, Class<T> type) {
        if (!(json.<JsonNode>valueToTree(current) instanceof ObjectNode result)
                || !(change instanceof ObjectNode named)) {
            throw ProblemException.invalid("body", "body", "the body must be an object of the members to change");
        }
        named.forEachEntry(result::set);
        try {
            return json.treeToValue(result, type);
        } catch (JacksonException unfit) {
            throw reason(unfit);
        }
    }

    /// What our own records say when they refuse a member, or that the form is wrong.
    private static ProblemException reason(JacksonException unfit) {
        for (Throwable cause = unfit; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return ProblemException.invalid(
                "body", "body", "the body names a member that there is not, or gives one a value it cannot have");
    }
}
