package dev.universalapi.gateway.admission;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.limit.count.Verdict;
import dev.universalapi.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;

/// Says why a call does not come in, and when it may.
final class Refusal {
    private static final Duration SOON = Duration.ofSeconds(1);

    private Refusal() {}

    static ProblemException of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.TooFast fast ->
                later(
                        ProblemType.RATE_LIMITED,
                        "The limit %s lets in %d calls in %d s; it has room again in %d s"
                                .formatted(
                                        fast.by().name(),
                                        fast.by().limit(),
                                        Headers.seconds(fast.by().window()),
                                        Headers.seconds(fast.again())),
                        fast.again());
            case Verdict.UsedUp used -> later(ProblemType.QUOTA_EXHAUSTED, detail(used), used.again());
            case Verdict.Unknown _ ->
                later(ProblemType.SERVICE_UNAVAILABLE, "Limits cannot be counted at this moment", SOON);
            case Verdict.Admitted _ -> throw new IllegalArgumentException("that is no refusal");
        };
    }

    private static String detail(Verdict.UsedUp used) {
        var by = used.by();
        if (used.recounting()) {
            return "What was used of the quota %s is being counted again; until then only a few calls are let in"
                    .formatted(by.name());
        }
        return used.again().equals(by.reset())
                ? "The quota %s of %d calls is used up; it begins anew in %d s"
                        .formatted(by.name(), by.limit(), Headers.seconds(by.reset()))
                : "The rest of the quota %s of %d calls is held by calls under way".formatted(by.name(), by.limit());
    }

    private static ProblemException later(ProblemType type, String detail, Duration again) {
        return new ProblemException(type, detail, List.of(), List.of(), again);
    }
}
