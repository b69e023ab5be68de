package dev.universalapi.engine.outcome;

import java.util.Locale;

/// What became of one attempt. The one taxonomy: every way a call can end is exactly one of these.
public enum Outcome {
    /// The contract is met.
    OK(Next.END, Penalty.NONE),
    /// The provider says there is nothing; an answer with empty lists and nulls.
    EMPTY(Next.END, Penalty.NONE),
    /// The provider refused what the caller sent.
    INVALID_INPUT(Next.END, Penalty.NONE),
    /// The provider does not know it; another may.
    NOT_FOUND(Next.PROVIDER, Penalty.NONE),
    /// The credential is refused.
    DEAD_KEY(Next.PROVIDER, Penalty.CREDENTIAL),
    /// Too many calls for now; the credential rests.
    RATE_LIMITED(Next.PROVIDER, Penalty.CREDENTIAL),
    /// Nothing left until the period of the quota ends.
    QUOTA_SPENT(Next.PROVIDER, Penalty.CREDENTIAL),
    /// The provider is sick: 408, 5xx, or it says so.
    UNAVAILABLE(Next.PROVIDER, Penalty.PROVIDER),
    /// Refused by content policy or law.
    BLOCKED(Next.END, Penalty.NONE),
    /// A body that cannot be read, or a value that is null or not of its type.
    MALFORMED(Next.PROVIDER, Penalty.QUALITY),
    /// A body that can be read but no longer has the members the contract needs.
    DRIFTED(Next.PROVIDER, Penalty.QUALITY),
    /// The provider cannot answer this query; it was not called.
    UNSUPPORTED(Next.PROVIDER, Penalty.NONE),
    /// No answer within the attempt's time.
    TIMEOUT(Next.PROVIDER, Penalty.PROVIDER),
    /// No connection, or it broke before the answer began.
    UNREACHABLE(Next.PROVIDER, Penalty.PROVIDER),
    /// The caller left.
    CANCELLED(Next.END, Penalty.NONE);

    /// What to do after it.
    public enum Next {
        /// Stop: this is the reply.
        END,
        /// Ask another provider.
        PROVIDER
    }

    /// Whose standing suffers.
    public enum Penalty {
        NONE,
        CREDENTIAL,
        PROVIDER,
        QUALITY
    }

    private final Next next;
    private final Penalty penalty;

    Outcome(Next next, Penalty penalty) {
        this.next = next;
        this.penalty = penalty;
    }

    public Next next() {
        return next;
    }

    public Penalty penalty() {
        return penalty;
    }

    /// As in manifests, receipts and metrics: `rate-limited`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
