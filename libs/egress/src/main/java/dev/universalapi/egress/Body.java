package dev.universalapi.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Reads bodies of unknown size and honesty into arrays of bounded size.
final class Body {
    static final String ACCEPTED_ENCODINGS = "gzip, deflate";

    private static final int DEFLATE_METHOD = 8;
    private static final int ZLIB_CHECK = 31;

    private Body() {}

    /// All bytes of a stream, unless they are more than `limit`.
    static byte[] read(InputStream stream, int limit) throws IOException {
        var bytes = stream.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IOException("the answer is larger than " + limit + " bytes");
        }
        return bytes;
    }

    /// Takes one content coding off, reading no more than `limit` bytes of what it holds.
    static byte[] decode(byte[] body, String encoding, int limit) throws IOException {
        if (body.length == 0) {
            return body;
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> read(new GZIPInputStream(new ByteArrayInputStream(body)), limit);
            case "deflate" -> inflate(body, limit);
            default -> throw new IOException("the answer is encoded in a way that was not asked for");
        };
    }

    // "deflate" means zlib, but some send the raw stream
    private static byte[] inflate(byte[] body, int limit) throws IOException {
        var zlib = body.length > 1
                && (body[0] & 0x0f) == DEFLATE_METHOD
                && (((body[0] & 0xff) << Byte.SIZE) | (body[1] & 0xff)) % ZLIB_CHECK == 0;
        var inflater = new Inflater(!zlib);
        try {
            return read(new InflaterInputStream(new ByteArrayInputStream(body), inflater), limit);
        } finally {
            inflater.end();
        }
    }
}
