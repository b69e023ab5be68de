package dev.universalapi.auth.operator;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.auth.request.Checks;
import dev.universalapi.auth.request.Page;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Switches a provider or an operation off for everybody, and on again.
@RestController
final class SwitchController {
    private static final Pattern TARGET =
            Pattern.compile("provider:[a-z0-9-]{1,64}|operation:[a-z0-9-]{1,64}/[a-z0-9-]{1,64}");
    private static final int LONGEST_REASON = 200;

    private final Switches switches;

    SwitchController(Switches switches) {
        this.switches = switches;
    }

    /// @param reason why; it is told to who asks
    record SwitchOff(@Nullable String reason) {}

    @GetMapping("/api/admin/switches")
    @Needs("operator:read")
    Page<Switch> list(Caller caller) {
        return new Page<>(switches.list(caller), new Page.Meta(null));
    }

    @PutMapping("/api/admin/switches")
    @Needs("operator:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void off(Caller caller, @RequestParam String target, @RequestBody SwitchOff wanted) {
        var reason = wanted.reason();
        Checks.demand(
                reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON,
                "reason",
                "reason must be 1 to %d characters".formatted(LONGEST_REASON));
        switches.off(caller, known(target), String.valueOf(reason));
    }

    @DeleteMapping("/api/admin/switches")
    @Needs("operator:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void on(Caller caller, @RequestParam String target) {
        switches.on(caller, known(target));
    }

    @GetMapping("/internal/switches")
    @Needs({"internal:identity", "internal:credentials"})
    Page<Switch> everything(Caller caller) {
        return list(caller);
    }

    private static String known(String target) {
        if (!TARGET.matcher(target).matches()) {
            throw ProblemException.invalid(
                    "target", "query", "target must be provider:open-meteo or operation:weather/current");
        }
        return target;
    }
}
