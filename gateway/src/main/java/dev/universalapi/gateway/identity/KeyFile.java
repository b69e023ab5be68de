package dev.universalapi.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that are let in. Looking one up is a map look-up; the file is read by [#refresh] alone.
final class KeyFile {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int KEY_ID_LENGTH = 16;
    private static final int MOST_SEEN = 10_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final @Nullable Path file;
    private volatile Known known = Known.of(Map.of());
    private @Nullable Version seen;

    /// @param callers by the SHA-256 of their keys
    /// @param seen those who called lately, by their keys as sent: to check one again costs too much
    private record Known(Map<String, Caller> callers, Cache<String, Caller> seen) {

        static Known of(Map<String, Caller> callers) {
            return new Known(
                    callers,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_SEEN)
                            .expireAfterAccess(FORGOTTEN)
                            .build());
        }

        Optional<Caller> caller(String text) {
            Caller before = seen.getIfPresent(text);
            if (before != null) {
                return Optional.of(before);
            }
            Optional<Caller> found = ApiKey.parse(text)
                    .flatMap(key -> Optional.ofNullable(callers.get(key.sha256()))
                            .filter(caller -> caller.environment() == key.environment()));
            found.ifPresent(caller -> seen.put(text, caller));
            return found;
        }
    }

    private record Version(
            FileTime modified, long size, @Nullable Object identity) {}

    KeyFile(@Nullable Path file) {
        this.file = file;
    }

    /// Whose key a text is; empty if it is mistyped or nobody's.
    Optional<Caller> find(String text) {
        return known.caller(text);
    }

    /// Reads the file if it is not the one that was read last. Without a file nobody is let in; one that can't
    /// be read changes nothing.
    synchronized void refresh() {
        if (file == null) {
            return;
        }
        try {
            Version version = version(file);
            if (version == null) {
                known = Known.of(Map.of());
            } else if (!version.equals(seen)) {
                known = Known.of(parse(Files.readAllLines(file)));
                log.atInfo().addKeyValue("keys", known.callers().size()).log("read the keys that are let in");
            }
            seen = version;
        } catch (IOException e) {
            log.atWarn().addKeyValue("file", file).setCause(e).log("the keys can't be read, the old ones stay");
        }
    }

    private static @Nullable Version version(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    private static Map<String, Caller> parse(List<String> lines) {
        Map<String, Caller> parsed = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\\s+", -1);
            if ((fields.length == 3 || fields.length == 4)
                    && SHA256.matcher(fields[0]).matches()
                    && fields[2].matches("live|test")) {
                parsed.put(
                        fields[0],
                        new Caller(
                                fields[0].substring(0, KEY_ID_LENGTH),
                                fields[1],
                                Caller.Environment.of(fields[2]),
                                fields.length == 4 ? List.of(fields[3].split(",", -1)) : List.of()));
            } else {
                log.atWarn()
                        .addKeyValue("line", i + 1)
                        .log("a line of the keys is not `sha256 organisation live|test [scope,…]`");
            }
        }
        return Map.copyOf(parsed);
    }
}
