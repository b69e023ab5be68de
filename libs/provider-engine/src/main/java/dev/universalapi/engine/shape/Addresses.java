package dev.universalapi.engine.shape;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Addresses on the web, and the percent-encoding of their parts.
public final class Addresses {
    private static final String UNRESERVED = "-._~";
    private static final String LEGAL = UNRESERVED + ":/?#@!$&'()*+,;=%";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Addresses() {}

    /// An absolute http(s) address with what is illegal in it encoded; `//host` gets `https:`; else null.
    static @Nullable URI web(String written) {
        var text = written.strip();
        var absolute = text.startsWith("//") ? "https:" + text : text;
        var lower =
                absolute.regionMatches(true, 0, "https://", 0, 8) || absolute.regionMatches(true, 0, "http://", 0, 7);
        if (!lower) {
            return null;
        }
        try {
            var address = new URI(encode(absolute, LEGAL, true));
            return address.getHost() == null ? null : address;
        } catch (URISyntaxException _) {
            return null;
        }
    }

    /// Everything but letters, digits and `-._~` percent-encoded, as UTF-8.
    public static String encode(String text) {
        return encode(text, UNRESERVED, false);
    }

    private static String encode(String text, String kept, boolean keepEscapes) {
        var plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = legal(text.charAt(i), kept) && text.charAt(i) != '%';
        }
        return plain ? text : encodeBytes(text.getBytes(StandardCharsets.UTF_8), kept, keepEscapes);
    }

    private static String encodeBytes(byte[] bytes, String kept, boolean keepEscapes) {
        var encoded = new ByteArrayOutputStream(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            var letter = (char) (bytes[i] & 0xff);
            var escape = letter == '%' && keepEscapes && isEscape(bytes, i);
            if (escape || (letter != '%' && legal(letter, kept))) {
                encoded.write(letter);
            } else {
                encoded.writeBytes(("%" + HEX.toHexDigits((byte) letter)).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return encoded.toString(StandardCharsets.US_ASCII);
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return at + 2 < bytes.length && HexFormat.isHexDigit(bytes[at + 1]) && HexFormat.isHexDigit(bytes[at + 2]);
    }

    private static boolean legal(char letter, String kept) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || kept.indexOf(letter) >= 0;
    }
}
