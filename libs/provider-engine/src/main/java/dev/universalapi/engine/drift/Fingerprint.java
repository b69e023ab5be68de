package dev.universalapi.engine.drift;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import tools.jackson.databind.JsonNode;

/// The shape of a body: which members it has and of which kinds, whatever their values. The elements of a list are one.
///
/// @param kinds by address, as manifests write them, with `*` for the elements of a list
public record Fingerprint(SortedMap<String, String> kinds) {
    private static final int DEEPEST = 16;
    private static final int MOST = 2_000;
    private static final int ELEMENTS = 3;

    public Fingerprint {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }

    /// Of a body; of its first two thousand members, to sixteen levels, three elements of each list.
    public static Fingerprint of(JsonNode body) {
        var kinds = new TreeMap<String, String>();
        walk(body, "", 0, kinds);
        return new Fingerprint(kinds);
    }

    private static void walk(JsonNode node, String address, int depth, SortedMap<String, String> kinds) {
        if (kinds.size() >= MOST || depth > DEEPEST || node.isMissingNode()) {
            return;
        }
        // null says nothing of the kind it takes the place of
        if (!node.isNull()) {
            kinds.merge(address.isEmpty() ? "/" : address, kind(node), Fingerprint::both);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> walk(member.getValue(), address + "/" + member.getKey(), depth + 1, kinds));
        } else if (node.isArray()) {
            for (var i = 0; i < Math.min(node.size(), ELEMENTS); i++) {
                walk(node.get(i), address + "/*", depth + 1, kinds);
            }
        }
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "list";
            case OBJECT, POJO -> "object";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case STRING, BINARY -> "text";
            case NULL, MISSING -> "nothing";
        };
    }

    private static String both(String one, String other) {
        var kinds = new TreeSet<>(java.util.List.of(one.split("\\|", -1)));
        kinds.add(other);
        return String.join("|", kinds);
    }

    /// Eight hexadecimal digits: the same shape, the same digits.
    public String digits() {
        var sum = new CRC32C();
        kinds.forEach((address, kind) -> sum.update((address + " " + kind + "\n").getBytes(StandardCharsets.UTF_8)));
        return "%08x".formatted(sum.getValue());
    }

    /// What another one lacks or has of another kind, a phrase each: `/a is gone`, `/b was number, is text`.
    public java.util.List<String> missingFrom(Fingerprint other) {
        return kinds.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.kinds.get(entry.getKey())))
                .map(entry -> phrase(entry.getKey(), entry.getValue(), other.kinds.get(entry.getKey())))
                .toList();
    }

    private static String phrase(String address, String was, @org.jspecify.annotations.Nullable String is) {
        return is == null ? address + " is gone" : address + " was " + was + ", is " + is;
    }
}
