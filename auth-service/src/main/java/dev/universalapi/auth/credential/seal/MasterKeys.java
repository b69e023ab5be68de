package dev.universalapi.auth.credential.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The master keys of a mounted file: one a line, its id and 32 bytes in Base64. The first seals; all of them open, so
/// that a new one can stand before the old until everything is sealed anew. A changed file is seen at its next use; one
/// that cannot be read leaves the keys as they were.
public final class MasterKeys {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeys.class);
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9._-]{1,40})\\s+([A-Za-z0-9+/_-]{43}=?)");
    private static final int BYTES = 32;

    private final Path file;
    private Map<String, SecretKeySpec> keys;
    private @Nullable FileTime changed;

    /// @throws IllegalStateException if there is no key in the file; the message holds nothing of it
    public MasterKeys(Path file) {
        this.file = file;
        try {
            this.changed = Files.getLastModifiedTime(file);
            this.keys = read(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the master keys in " + file + " cannot be read", unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /// The id of the one that seals now.
    public synchronized String current() {
        look();
        return keys.keySet().iterator().next();
    }

    /// The ids of all.
    public synchronized List<String> ids() {
        look();
        return List.copyOf(keys.keySet());
    }

    synchronized SecretKeySpec get(String id) {
        look();
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("the master key " + id + " is needed and is no longer in " + file);
        }
        return key;
    }

    private void look() {
        try {
            var now = Files.getLastModifiedTime(file);
            if (!now.equals(changed)) {
                keys = read(Files.readAllLines(file));
                changed = now;
            }
        } catch (IOException | IllegalArgumentException wrong) {
            LOG.atError()
                    .addKeyValue("file", file)
                    .addKeyValue("why", wrong.getMessage())
                    .log("The master keys cannot be read; those that were read before go on");
        }
    }

    private static Map<String, SecretKeySpec> read(List<String> lines) {
        var read = new LinkedHashMap<String, SecretKeySpec>();
        var wrong = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var matcher = LINE.matcher(line);
                if (!matcher.matches() || read.putIfAbsent(matcher.group(1), key(matcher.group(2))) != null) {
                    wrong.add(i + 1);
                }
            }
        }
        if (!wrong.isEmpty() || read.isEmpty()) {
            throw new IllegalArgumentException(
                    wrong.isEmpty()
                            ? "there is no master key in it"
                            : "an id of its own and 32 bytes in Base64 must be in each line, and are not in " + wrong);
        }
        return read;
    }

    private static SecretKeySpec key(String text) {
        var bytes = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
