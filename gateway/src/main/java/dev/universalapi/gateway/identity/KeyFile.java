package dev.universalapi.gateway.identity;

import dev.universalapi.gateway.identity.Prints.Print;
import dev.universalapi.gateway.identity.account.Account;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operators' own keys, and those of suites that run without accounts. Looking one up is a map look-up; the file is
/// read by [#refresh] alone.
final class KeyFile {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int KEY_ID_LENGTH = 16;
    private static final List<String> USUAL = List.of("*:*");

    private final @Nullable Path file;
    private volatile Map<String, Account> known = Map.of();
    private @Nullable Version seen;

    private record Version(
            FileTime modified, long size, @Nullable Object identity) {}

    KeyFile(@Nullable Path file) {
        this.file = file;
    }

    /// Whose a key is; empty if it is in no line.
    Optional<Account> find(Print print) {
        return Optional.ofNullable(known.get(print.sha256()))
                .filter(account -> account.caller().environment() == print.environment());
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
                known = Map.of();
            } else if (!version.equals(seen)) {
                known = parse(Files.readAllLines(file));
                log.atInfo().addKeyValue("keys", known.size()).log("read the keys that are let in");
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

    private static Map<String, Account> parse(List<String> lines) {
        Map<String, Account> parsed = new HashMap<>();
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
                        Account.of(new Caller(
                                fields[0].substring(0, KEY_ID_LENGTH),
                                fields[1],
                                Caller.Environment.of(fields[2]),
                                fields.length == 4 ? scopes(fields[3], i + 1) : USUAL)));
            } else {
                log.atWarn()
                        .addKeyValue("line", i + 1)
                        .log("a line of the keys is not `sha256 organisation live|test [scope,…]`");
            }
        }
        return Map.copyOf(parsed);
    }

    private static List<String> scopes(String field, int line) {
        Map<Boolean, List<String>> scopes = Arrays.stream(field.split(",", -1))
                .collect(Collectors.partitioningBy(text -> Scope.parse(text).isPresent()));
        List<String> nonsense = scopes.getOrDefault(false, List.of());
        if (!nonsense.isEmpty()) {
            log.atWarn()
                    .addKeyValue("line", line)
                    .addKeyValue("scopes", nonsense)
                    .log("a line of the keys has scopes that are none; they grant nothing");
        }
        return scopes.getOrDefault(true, List.of());
    }
}
