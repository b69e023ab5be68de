package dev.universalapi.launcher.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/// One image that jib has made.
///
/// @param name with its tag
/// @param digest of its manifest
/// @param megabytes of its file; 0 where it was pushed
record Built(String name, String digest, long megabytes) {
    private static final Pattern NAME = Pattern.compile("\"image\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern DIGEST = Pattern.compile("\"imageDigest\"\\s*:\\s*\"(sha256:[0-9a-f]{64})\"");
    private static final long MIB = 1024L * 1024;

    /// Takes what a module's build left: `PART.tar` unless it was pushed, and `PART.cdx.json`, its SBOM.
    static Built take(String part, Path built, Target target) throws IOException {
        var folder = target.prepared();
        Files.copy(built.resolve("bom.json"), folder.resolve(part + ".cdx.json"), StandardCopyOption.REPLACE_EXISTING);
        var size = switch (target) {
            case Target.Folder _ -> {
                var file = folder.resolve(part + ".tar");
                Files.move(built.resolve("jib-image.tar"), file, StandardCopyOption.REPLACE_EXISTING);
                yield Files.size(file) / MIB;
            }
            case Target.Registry _ -> 0L;
        };
        var told = Files.readString(built.resolve("jib-image.json"));
        return new Built(first(NAME, told), first(DIGEST, told), size);
    }

    private static String first(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("jib tells no " + pattern + " in " + text);
        }
        return found.group(1);
    }

    /// The version that it is of.
    String tag() {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
        return megabytes > 0
                ? "  %-44s %s  %4d MiB".formatted(name, digest, megabytes)
                : "  %-44s %s  pushed".formatted(name, digest);
    }
}
