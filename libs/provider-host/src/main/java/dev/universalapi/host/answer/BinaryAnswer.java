package dev.universalapi.host.answer;

import dev.universalapi.engine.Meta;
import dev.universalapi.engine.kind.Binary;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Bytes as a caller gets them: with their type where a browser can do no harm with it, and with what is to be known
/// about the answer in headers.
///
/// @param type of the content; what might be run in a page comes as plain bytes
/// @param headers what [Meta] says elsewhere; what headers cannot hold is encoded by `%`
public record BinaryAnswer(MediaType type, Map<String, String> headers, byte[] bytes) {
    private static final Set<String> SAFE = Set.of("image", "audio", "video");

    public static BinaryAnswer of(Binary binary, Meta meta) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Provider", meta.provider());
        headers.put("X-Mode", meta.mode());
        headers.put("X-Receipt", meta.receipt());
        headers.put("X-Attempts", Integer.toString(meta.attempts().size()));
        if (meta.attribution() != null) {
            headers.put("X-Attribution", plain(meta.attribution()));
        }
        if (meta.sample() != null) {
            headers.put("X-Sample", plain(meta.sample().toString()));
        }
        return new BinaryAnswer(safe(binary.contentType()), headers, binary.bytes());
    }

    private static MediaType safe(String contentType) {
        try {
            var type = MediaType.parseMediaType(contentType);
            var harmless = (SAFE.contains(type.getType()) && !type.getSubtype().contains("xml"))
                    || type.isCompatibleWith(MediaType.APPLICATION_PDF);
            return harmless && type.isConcrete() ? type : MediaType.APPLICATION_OCTET_STREAM;
        } catch (InvalidMediaTypeException _) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static String plain(String text) {
        var ascii = text.chars().allMatch(letter -> letter >= ' ' && letter <= '~' && letter != '%');
        return ascii ? text : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
