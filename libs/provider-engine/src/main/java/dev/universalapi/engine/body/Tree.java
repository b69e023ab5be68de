package dev.universalapi.engine.body;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A body that was read.
///
/// @param markup whether it was XML, where a name finds all elements of that name
public record Tree(JsonNode top, boolean markup) {
    /// No body.
    public static final Tree NOTHING = new Tree(MissingNode.getInstance(), false);
}
