package dev.universalapi.contracts.problem;

import java.net.URI;

/// Every kind of problem a caller can be told of (RFC 9457). Each has a page, `docs/problems/<slug>.md`.
public enum ProblemType {
    INVALID_PARAMETER("invalid-parameter", 400, "A parameter is missing or out of bounds", false),
    INVALID_ROUTE("invalid-route", 400, "The X-Route header cannot be followed", false),
    INVALID_INPUT("invalid-input", 400, "The provider refused the input", false),
    CONTENT_POLICY("content-policy", 400, "The provider refused the content", false),
    MISSING_KEY("missing-key", 401, "An API key is needed", false),
    INVALID_KEY("invalid-key", 401, "The API key is not valid", false),
    INTERNAL_TOKEN_REQUIRED("internal-token-required", 401, "Only the gateway may call this address", false),
    FORBIDDEN("forbidden", 403, "The key may not do this", false),
    SCOPE_MISSING("scope-missing", 403, "The key lacks a scope", false),
    NETWORK_REFUSED("network-refused", 403, "The key may not be used from this address", false),
    ORGANISATION_SUSPENDED("organisation-suspended", 403, "The organisation is suspended", false),
    NOT_FOUND("not-found", 404, "There is nothing at this address", false),
    NO_RESULT("no-result", 404, "No provider knows what was asked for", false),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take that method", false),
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer cannot be given in the wanted form", false),
    COMMAND_UNDER_WAY("command-under-way", 409, "The command is still under way", true),
    CONFLICT("conflict", 409, "What is there does not allow it", false),
    REQUEST_TOO_SLOW("request-too-slow", 408, "The request came too slowly", true),
    PRECONDITION_FAILED("precondition-failed", 412, "It was changed since you have seen it", false),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large", false),
    ADDRESS_TOO_LONG("address-too-long", 414, "The address is too long", false),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body is of a type that is not read here", false),
    UNSUPPORTED_QUERY("unsupported-query", 422, "No provider can answer this query", false),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The key was used for another command", false),
    CREDENTIAL_REFUSED("credential-refused", 422, "The provider refuses the credential", false),
    PRECONDITION_REQUIRED("precondition-required", 428, "Say which state you have seen", false),
    RATE_LIMITED("rate-limited", 429, "Too many calls in too short a time", true),
    QUOTA_EXHAUSTED("quota-exhausted", 429, "The quota is used up", true),
    TOO_MANY_AT_ONCE("too-many-at-once", 429, "Too many calls at once", true),
    PROVIDERS_RATE_LIMITED("providers-rate-limited", 429, "Every provider asks to wait", true),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large", false),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side", true),
    PROVIDERS_FAILED("providers-failed", 502, "No provider gave an answer", true),
    OUTCOME_UNKNOWN("outcome-unknown", 502, "Nobody knows whether it was done", false),
    STREAM_BROKEN("stream-broken", 502, "The stream broke off", true),
    CREDENTIALS_EXHAUSTED("credentials-exhausted", 502, "Every provider refused our credentials", false),
    BAD_GATEWAY("bad-gateway", 502, "A service answered in a way that makes no sense", true),
    NO_PROVIDER("no-provider", 503, "No provider is configured for this operation", false),
    IDENTITY_UNAVAILABLE("identity-unavailable", 503, "Nobody can say whose key this is", true),
    SERVICE_UNAVAILABLE("service-unavailable", 503, "A service is not available", true),
    OVERLOADED("overloaded", 503, "Too many requests are under way", true),
    PROVIDERS_TIMED_OUT("providers-timed-out", 504, "No provider answered in time", true),
    GATEWAY_TIMEOUT("gateway-timeout", 504, "A service did not answer in time", true);

    private final String slug;
    private final int status;
    private final String title;
    private final boolean retryable;

    ProblemType(String slug, int status, String title, boolean retryable) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    /// The name in the address of its page: lower case, words parted by `-`.
    public String slug() {
        return slug;
    }

    /// The HTTP status it is answered with.
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// Whether the same request may succeed later without being changed.
    public boolean retryable() {
        return retryable;
    }

    /// The `type` of RFC 9457, relative to the host that answered: the gateway serves the page there.
    public URI type() {
        return URI.create("/docs/problems/" + slug);
    }
}
