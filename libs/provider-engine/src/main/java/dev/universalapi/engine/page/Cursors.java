package dev.universalapi.engine.page;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.shape.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Writes and reads the cursors that callers see: opaque, signed, and good for one query only. Every replica with
/// the same key reads what another wrote.
public final class Cursors {
    /// The parameter of an address that carries one; no contract may have a component of that name.
    public static final String PARAMETER = "cursor";
    /// The most characters of one.
    public static final int LONGEST = 2 * 1024;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte FORMAT = 1;
    private static final int QUERY_BYTES = 8;
    private static final int SIGNATURE_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final Cursor.Refused UNKNOWN =
            new Cursor.Refused("cursor is none that was given by this service; send `meta.next` of the page before");

    private final SecretKeySpec key;

    /// @param secret any text, the same in all replicas; who knows it can make cursors
    public Cursors(String secret) {
        this(secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    private Cursors(byte[] secret) {
        if (secret.length == 0) {
            throw new IllegalArgumentException("the key of cursors is blank");
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// By a key of its own: no other process reads them, and they end with this one.
    public static Cursors ofThisProcess() {
        var secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Cursors(secret);
    }

    /// The cursor of a position in a provider's list; empty where the provider's own token makes it too long.
    public Optional<String> write(OperationType operation, Record query, String provider, Position position) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.write(mark(operation, query));
            out.writeInt(position.page());
            out.writeInt(position.offset());
            out.writeInt(position.skip());
            out.writeUTF(provider);
            if (position.token() != null) {
                out.writeUTF(position.token());
            }
            out.flush();
            out.write(sign(bytes.toByteArray(), SIGNATURE_BYTES));
        } catch (IOException _) {
            return Optional.empty(); // writeUTF: a token beyond 64 KiB
        }
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        return text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }

    /// What a cursor means for a query.
    public Cursor read(String text, OperationType operation, Record query) {
        var signed = decoded(text);
        if (signed == null || signed.length <= SIGNATURE_BYTES) {
            return UNKNOWN;
        }
        var bytes = Arrays.copyOf(signed, signed.length - SIGNATURE_BYTES);
        var signature = Arrays.copyOfRange(signed, bytes.length, signed.length);
        if (!MessageDigest.isEqual(signature, sign(bytes, SIGNATURE_BYTES)) || bytes[0] != FORMAT) {
            return UNKNOWN;
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            if (!MessageDigest.isEqual(in.readNBytes(QUERY_BYTES), mark(operation, query))) {
                return new Cursor.Refused("cursor belongs to another query; send the same parameters with it");
            }
            var page = in.readInt();
            var offset = in.readInt();
            var skip = in.readInt();
            var provider = in.readUTF();
            var token = in.available() > 0 ? in.readUTF() : null;
            return new Cursor.Leading(provider, new Position(page, offset, token, skip));
        } catch (IOException e) {
            throw new UncheckedIOException("a signed cursor of ours cannot be read", e);
        }
    }

    private static byte @Nullable [] decoded(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    // components that a contract grows later are null, and what is null is left out: cursors outlive a deployment
    private byte[] mark(OperationType operation, Record query) {
        var text = operation.path() + " " + operation.version() + " " + Json.contract(query);
        return sign(text.getBytes(StandardCharsets.UTF_8), QUERY_BYTES);
    }

    private byte[] sign(byte[] bytes, int length) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(bytes), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
