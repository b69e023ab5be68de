package dev.universalapi.launcher.production;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// What the settings and the folder of an installation tell.
record Given(Settings settings, Home home) {
    private static final Pattern LOCAL = Pattern.compile("//(127\\.|localhost|\\[::1])");
    private static final Duration OLDEST = Duration.ofHours(24);

    Finding tls() {
        for (var name : List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store")) {
            if (settings.find(name).isPresent()) {
                return Finding.good(name + " is set");
            }
        }
        return settings.find("server.forward-headers-strategy")
                .map(_ -> Finding.good("a proxy before the gateway is believed; it has to end TLS"))
                .orElseGet(() -> Finding.bad("the gateway speaks plain HTTP: set server.ssl.bundle, or "
                        + "server.forward-headers-strategy behind a proxy that ends TLS"));
    }

    Finding address() {
        return settings.find("server.address")
                .map(address -> address.startsWith("127.") || address.equals("localhost")
                        ? Finding.bad("server.address is " + address + ", which nobody else reaches")
                        : Finding.good("server.address is " + address))
                .orElseGet(() -> Finding.bad("server.address is not set: say where the gateway is reached"));
    }

    Finding fsync() {
        return settings.find("universal.database.url")
                .map(url -> LOCAL.matcher(url).find()
                        ? Finding.good("up starts its PostgreSQL with fsync and full_page_writes on")
                        : Finding.bad("ask your PostgreSQL SHOW fsync, full_page_writes, synchronous_commit: all on?"))
                .orElseGet(() -> Finding.bad("universal.database.url is not set: name a PostgreSQL that is kept"));
    }

    Finding quotas() {
        var uri = settings.find("universal.redis.uri");
        if (uri.isEmpty()) {
            return Finding.bad("universal.redis.uri is not set: each replica counts quotas for itself");
        }
        if (settings.find("universal.redis.password-file").isEmpty()) {
            return Finding.bad("universal.redis.password-file is not set: anybody could change the counts");
        }
        return uri.get().startsWith("rediss:") || LOCAL.matcher(uri.get()).find()
                ? Finding.good("counted in Redis")
                : Finding.bad("universal.redis.uri crosses the network in the clear: use rediss://");
    }

    Finding backups() {
        var file = home.lastBackup();
        if (!Files.exists(file)) {
            return Finding.bad("none was made by ./universal backup here, and of others nothing is known");
        }
        try {
            var age = Duration.ofMillis(
                    System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis());
            return new Finding(
                    age.compareTo(OLDEST) <= 0, "the last is %d h old, at most 24 are wanted".formatted(age.toHours()));
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read: " + LauncherException.why(e), e);
        }
    }
}
