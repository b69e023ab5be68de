package dev.universalapi.engine.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads bodies.
public final class Bodies {
    private static final int FIRST_ERROR = 400;
    private static final int DECLARATION = 200;
    private static final String MARK = "\ufeff";

    private Bodies() {}

    /// A body as the tree that addresses walk.
    ///
    /// @param contentType as received; empty if there is none
    /// @throws UnreadableException if it is not what it should be
    public static Tree read(byte[] body, Reads reads, String contentType) throws UnreadableException {
        if (body.length > Limits.MOST_BYTES) {
            throw new UnreadableException("the body is larger than 4 MiB");
        }
        return switch (reads) {
            case JSON -> new Tree(JsonBodies.read(body), false);
            case XML -> new Tree(XmlBodies.read(body), true);
            case CSV -> new Tree(CsvBodies.read(text(body, contentType)), false);
            case TEXT -> new Tree(JsonNodeFactory.instance.stringNode(text(body, contentType)), false);
            case BINARY, NOTHING -> Tree.NOTHING;
        };
    }

    /// The same; but from 400 on a body that is JSON is read as JSON, whatever it should be.
    ///
    /// @throws UnreadableException if it is neither
    public static Tree read(int status, byte[] body, Reads reads, String contentType) throws UnreadableException {
        if (status >= FIRST_ERROR && reads != Reads.JSON && looksLikeJson(body)) {
            try {
                return read(body, Reads.JSON, contentType);
            } catch (UnreadableException _) {
                return read(body, reads, contentType);
            }
        }
        return read(body, reads, contentType);
    }

    /// A body as text, whatever it is: what does not belong to its character set is a replacement character.
    static String lenient(byte[] body, String contentType) {
        var start = new String(body, 0, Math.min(body.length, DECLARATION), StandardCharsets.ISO_8859_1);
        var declared = start.startsWith("<?xml") && !contentType.contains("charset=")
                ? start.substring(0, Math.max(0, start.indexOf("?>")))
                        .replace("encoding=", "charset=")
                        .replace('\'', '"')
                : contentType;
        var text = new String(body, charset(declared));
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static boolean looksLikeJson(byte[] body) {
        for (var octet : body) {
            if (octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t') {
                return octet == '{' || octet == '[';
            }
        }
        return false;
    }

    private static String text(byte[] body, String contentType) throws UnreadableException {
        try {
            var text = charset(contentType)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new UnreadableException("the body is no text of its character set");
        }
    }

    private static Charset charset(String contentType) {
        var lower = contentType.toLowerCase(Locale.ROOT);
        var at = lower.indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        var name =
                lower.substring(at + "charset=".length()).split("[;\\s]", 2)[0].replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return StandardCharsets.UTF_8;
        }
    }
}
