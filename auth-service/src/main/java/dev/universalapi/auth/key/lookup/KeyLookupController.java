package dev.universalapi.auth.key.lookup;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.auth.request.Checks;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asked by gateways alone.
@RestController
@RequestMapping("/internal/keys")
final class KeyLookupController {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST = 10_000;

    private final KeyLookup lookup;
    private final Uses uses;

    KeyLookupController(KeyLookup lookup, Uses uses) {
        this.lookup = lookup;
        this.uses = uses;
    }

    /// @param used when each key was last used, by its id; at most 10,000
    record Used(@Nullable Map<String, Instant> used) {}

    /// @param written how many of them were told
    record Written(int written) {}

    @GetMapping("/{sha256}")
    @Needs("internal:identity")
    KnownKey find(@PathVariable String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw ProblemException.invalid("sha256", "path", "sha256 must be 64 digits of 0-9a-f");
        }
        return lookup.find(sha256)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no key of this hash."));
    }

    @PostMapping("/used")
    @Needs("internal:identity")
    Written used(@RequestBody Used told) {
        var used = told.used() == null ? Map.<String, Instant>of() : told.used();
        Checks.demand(used.size() <= MOST, "used", "used must be at most " + MOST);
        return new Written(used.isEmpty() ? 0 : uses.write(used));
    }
}
