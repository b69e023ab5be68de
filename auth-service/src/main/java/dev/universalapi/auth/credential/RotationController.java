package dev.universalapi.auth.credential;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Seals everything anew, after the operator has put a new master key before the old one.
@RestController
final class RotationController {
    private final Optional<Rotation> rotation;

    /// @param rotation empty where there is no master key
    RotationController(Optional<Rotation> rotation) {
        this.rotation = rotation;
    }

    @PostMapping("/api/admin/credentials/rotate")
    @Needs("operator:write")
    Rotation.Result rotate() {
        return rotation.orElseThrow(() -> new ProblemException(
                        ProblemType.SERVICE_UNAVAILABLE, "universal.auth.credential.masters is not set."))
                .run();
    }
}
