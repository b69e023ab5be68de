package dev.universalapi.auth.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What happened, before it has its place in a chain.
///
/// @param id `aud_…`
/// @param at when; told to the millisecond
/// @param action what was done, `key.create`, or failed, `authn_fail`
/// @param actor who did it
/// @param target what it was done to
/// @param origin from where
/// @param details what else is worth knowing, never a secret
record Entry(
        String id, Instant at, String action, Actor actor, Target target, Origin origin, Map<String, String> details) {
    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 1_000;
    /// What is looked for by an index must fit into it.
    private static final int LONGEST_ID = 300;
    private static final int ID_LETTERS = 20;

    /// @param type `key`, `system` or `anonymous`
    /// @param organisation whose it is; null where the event's own
    record Actor(String type, String id, @Nullable String organisation) {}

    /// @param type `organisation`, `project`, `key`, `credential`, `route`, …
    record Target(String type, String id) {}

    /// @param address the peer's, as the gateway saw it
    /// @param request the id of the request
    /// @param agent what calls itself so
    record Origin(
            @Nullable String address,
            @Nullable String request,
            @Nullable String agent) {
        static final Origin NONE = new Origin(null, null, null);
    }

    Entry {
        details = Map.copyOf(details);
    }

    /// The id that a number makes: `aud_` and 20 of `0-9a-v`.
    static String id(BigInteger number) {
        var letters = number.mod(BigInteger.ONE.shiftLeft(5 * ID_LETTERS)).toString(32);
        return "aud_" + "0".repeat(ID_LETTERS - letters.length()) + letters;
    }

    /// Its text in a chain: canonical JSON, in which what is not known is left out.
    String canon(String organisation, long sequence) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", id);
        told.put("org", organisation);
        told.put("seq", sequence);
        told.put("ts", MOMENT.format(at));
        told.put("action", action);
        told.put("actor", known("type", actor.type(), "id", actor.id(), "org", actor.organisation()));
        told.put("target", known("type", target.type(), "id", target.id()));
        told.putAll(known("ip", origin.address(), "request", origin.request(), "agent", origin.agent()));
        if (!details.isEmpty()) {
            var clean = new LinkedHashMap<String, String>();
            details.forEach((name, value) -> clean.put(clean(name, LONGEST), clean(value, LONGEST)));
            told.put("details", clean);
        }
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(told)).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException("what was just written as JSON cannot be read", impossible);
        }
    }

    private static Map<String, String> known(@Nullable String... pairs) {
        var known = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            var name = pairs[i];
            var value = pairs[i + 1];
            if (name != null && value != null) {
                known.put(name, clean(value, LONGEST_ID));
            }
        }
        return known;
    }

    // the database keeps no NUL, and half a surrogate pair would be hashed as one thing and kept as another
    private static String clean(String text, int longest) {
        var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        if (whole.length() <= longest) {
            return whole;
        }
        var end = Character.isHighSurrogate(whole.charAt(longest - 1)) ? longest - 1 : longest;
        return whole.substring(0, end) + '…';
    }
}
