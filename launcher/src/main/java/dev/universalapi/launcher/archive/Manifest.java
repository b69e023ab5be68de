package dev.universalapi.launcher.archive;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.store.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What is in an archive: the versions that read its data, and of each file the SHA-256. Folders are listed too.
///
/// @param versions of the stores whose data it is
/// @param needs the master keys without which some of it does not open
/// @param files by their path below the folder of all data
record Manifest(Versions versions, Needs needs, Map<String, String> files) {
    static final String NAME = "manifest";
    private static final String POSTGRES = "postgres ";
    private static final String KAFKA = "kafka ";
    private static final String REDIS = "redis ";
    private static final int VERSIONS = 3;
    private static final int HASH = 64;

    /// What a folder has in the place of a hash.
    static final String FOLDER = "-".repeat(HASH);

    Manifest {
        files = Map.copyOf(files);
    }

    String text() {
        var text = new StringBuilder("%s%s%n%s%s%n%s%s%n"
                .formatted(POSTGRES, versions.postgres(), KAFKA, versions.kafka(), REDIS, versions.redis()));
        text.append(needs.line());
        new TreeMap<>(files).forEach((path, hash) -> text.append("%s %s%n".formatted(hash, path)));
        return text.toString();
    }

    static Manifest read(InputStream in) throws IOException {
        var lines =
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < VERSIONS) {
            throw new IOException("its manifest is not one of ours");
        }
        var versions =
                new Versions(after(POSTGRES, lines.getFirst()), after(KAFKA, lines.get(1)), after(REDIS, lines.get(2)));
        var needs = Needs.UNKNOWN;
        var files = new TreeMap<String, String>();
        for (var line : lines.subList(VERSIONS, lines.size())) {
            if (line.startsWith(Needs.NAME)) {
                needs = Needs.parse(line);
            } else if (line.length() < HASH + 2) {
                throw new IOException("its manifest is not one of ours");
            } else {
                files.put(line.substring(HASH + 1), line.substring(0, HASH));
            }
        }
        return new Manifest(versions, needs, files);
    }

    private static String after(String word, String line) throws IOException {
        if (!line.startsWith(word)) {
            throw new IOException("its manifest is not one of ours");
        }
        return line.substring(word.length());
    }

    /// Refuses what the stores that are here do not read.
    void refuseOthers(Versions here) {
        if (!versions.ofData().equals(here.ofData())) {
            throw new LauncherException(
                    "the archive is of PostgreSQL %s, Kafka %s and Redis %s, and here are %s, %s and %s: restore it with a checkout that brings those"
                            .formatted(
                                    versions.postgres(),
                                    versions.kafka(),
                                    versions.redis(),
                                    here.postgres(),
                                    here.kafka(),
                                    here.redis()));
        }
    }
}
