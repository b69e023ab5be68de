package dev.universalapi.bench.spoilt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One step of an address in a manifest, as the proof understands it on its own.
///
/// @param name of a member or the index of an element; empty where all are meant
record Step(Kind kind, String name) {
    enum Kind {
        /// A member, or an element by its index.
        NAME,
        /// `*`: all elements or members; a name with a hole too, since the proof fills none.
        ALL,
        /// The elements of a list; what is no list counts as one.
        EACH,
        /// The values of an object whose names are data.
        MEMBERS
    }

    static final Step EACH = new Step(Kind.EACH, "");
    static final Step MEMBERS = new Step(Kind.MEMBERS, "");
    private static final Step ALL = new Step(Kind.ALL, "");

    /// The steps of `/a/b[c=d]/0/*`.
    static List<Step> parse(String address) {
        var steps = new ArrayList<Step>();
        for (var text : Texts.split(address.replaceFirst("^//?", ""), "/")) {
            var select = text.indexOf('[');
            var name = select < 0 ? text : text.substring(0, select);
            if (name.equals("*") || name.contains("{")) {
                steps.add(ALL);
            } else if (!name.isEmpty()) {
                steps.add(new Step(Kind.NAME, name.replace("~1", "/").replace("~0", "~")));
            }
            if (select >= 0) {
                steps.add(EACH);
            }
        }
        return List.copyOf(steps);
    }

    /// Where a list is that `*` runs through: without its elements it would be empty, and not missing.
    static List<Step> container(List<Step> steps) {
        var end = steps.size();
        while (end > 0 && steps.get(end - 1).kind == Kind.ALL) {
            end--;
        }
        return steps.subList(0, end);
    }

    /// Whether what it finds can be taken from what it is in, and that is then without it.
    boolean removable() {
        return kind == Kind.NAME;
    }

    /// Takes away what an address finds, and counts it.
    static int cut(JsonNode node, List<Step> steps) {
        if (steps.isEmpty()) {
            return 0;
        }
        var rest = steps.subList(1, steps.size());
        if (steps.getFirst().kind == Kind.EACH && !node.isArray()) {
            return cut(node, rest);
        }
        var cut = 0;
        for (var key : steps.getFirst().keys(node)) {
            var child = child(node, key);
            if (child.isNull() || child.isMissingNode()) {
                continue;
            }
            cut += rest.isEmpty() ? remove(node, key) : cut(child, rest);
        }
        return cut;
    }

    /// The objects on the way of an address whose names are data.
    static void named(JsonNode node, List<Step> steps, List<JsonNode> found) {
        if (steps.isEmpty()) {
            return;
        }
        var step = steps.getFirst();
        var rest = steps.subList(1, steps.size());
        if (step.kind == Kind.EACH && !node.isArray()) {
            named(node, rest, found);
            return;
        }
        if (node.isObject() && (step.kind == Kind.ALL || step.kind == Kind.MEMBERS)) {
            found.add(node);
        }
        step.keys(node).forEach(key -> named(child(node, key), rest, found));
    }

    private List<String> keys(JsonNode node) {
        if (kind == Kind.NAME && !(node.isArray() && !name.matches("\\d{1,6}"))) {
            return List.of(name);
        }
        // a name in a list is looked for in its elements by nobody, but an element of XML may be many
        return node.isArray()
                ? IntStream.range(0, node.size()).mapToObj(String::valueOf).toList()
                : node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
    }

    private static JsonNode child(JsonNode node, String key) {
        return node.isArray() ? node.path(Integer.parseInt(key)) : node.path(key);
    }

    private static int remove(JsonNode node, String key) {
        switch (node) {
            case ObjectNode object -> object.remove(key);
            case ArrayNode array -> array.setNull(Integer.parseInt(key));
            default -> throw new IllegalStateException("no member " + key + " of " + node);
        }
        return 1;
    }
}
