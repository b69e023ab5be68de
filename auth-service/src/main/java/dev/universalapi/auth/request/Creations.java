package dev.universalapi.auth.request;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Makes a thing once, however often its maker asks with one Idempotency-Key. The key is kept for 24 hours, beside what
/// was made and in the same transaction: who asks a second time meanwhile waits for the first.
public final class Creations {
    /// Where callers name a creation.
    public static final String HEADER = "Idempotency-Key";

    /// What tells that this was answered before.
    public static final String REPLAYED = "Idempotent-Replayed";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final String CLAIM = """
            insert into creation as known (organisation, caller, idempotency, print, subject, at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (organisation, caller, idempotency)
                do update set print = excluded.print, subject = excluded.subject, at = excluded.at where known.at < ?
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    public Creations(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// What to make, or what was made.
    ///
    /// @param id of it
    /// @param isRepeated whether it was asked for before
    public record Claim(String id, boolean isRepeated) {}

    private record Known(byte[] print, String subject) {}

    /// Takes the key, within a transaction of the caller's organisation that makes the thing.
    ///
    /// @param key as it was sent; without one everything is new
    /// @param kind what is made: `key`
    /// @param asked what of; another under the same key is refused
    /// @throws ProblemException if the key is none, or belongs to another creation
    public Claim claim(Caller caller, @Nullable String key, String kind, Object asked) {
        var fresh = Ids.fresh(kind);
        if (key == null) {
            return new Claim(fresh, false);
        }
        if (!VISIBLE.matcher(key).matches()) {
            throw ProblemException.invalid(HEADER, "header", HEADER + " must be 1 to 128 visible characters");
        }
        var print = print(kind, asked);
        var now = clock.instant();
        forget(caller, Timestamp.from(now.minus(KEPT)));
        var claimed = jdbc.sql(CLAIM)
                .params(caller.organisation(), caller.keyId(), key, print, fresh, Timestamp.from(now))
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        return claimed == 1 ? new Claim(fresh, false) : earlier(caller, key, print);
    }

    private Claim earlier(Caller caller, String key, byte[] print) {
        var known = jdbc.sql("""
                        select print, subject from creation
                        where organisation = ? and caller = ? and idempotency = ?""")
                .params(caller.organisation(), caller.keyId(), key)
                .query((row, _) -> new Known(row.getBytes("print"), row.getString("subject")))
                .single();
        if (!MessageDigest.isEqual(known.print(), print)) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED, "This " + HEADER + " belongs to another creation of yours.");
        }
        return new Claim(known.subject(), true);
    }

    private void forget(Caller caller, Timestamp before) {
        jdbc.sql("delete from creation where organisation = ? and at < ?")
                .params(caller.organisation(), before)
                .update();
    }

    private byte[] print(String kind, Object asked) {
        try {
            var text = kind + "\n" + json.writeValueAsString(asked);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
