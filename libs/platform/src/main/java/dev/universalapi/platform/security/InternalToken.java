package dev.universalapi.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What the token is that the gateway adds and every service demands: a JWT signed with ES256.
public final class InternalToken {
    /// Where it travels. Not `Authorization`, so that a caller's key never goes further than the gateway.
    public static final String HEADER = "X-Internal-Token";

    /// Where the address of who called the gateway travels; callers cannot send it, as with all that begins so.
    public static final String ADDRESS = "X-Internal-Address";

    static final JOSEObjectType TYPE = new JOSEObjectType("internal+jwt");
    static final String AUDIENCE = "internal";
    static final String GATEWAY = "gateway";
    /// As whom parts of the suite ask each other. Ids of their keys begin so.
    static final String PARTS = "parts";
    /// Who speaks for the suite and for no organisation.
    static final String NOBODY = "-";
    static final Duration LIFETIME = Duration.ofSeconds(60);
    static final Duration REUSE = Duration.ofSeconds(30);
    static final int REMEMBERED = 10_000;

    static final String ORGANISATION = "org";
    static final String PROJECT = "prj";
    static final String ENVIRONMENT = "env";
    static final String SCOPE = "scope";
    static final String PLAN = "plan";

    private InternalToken() {}

    /// Whose a key is, by its id.
    static String issuer(@Nullable String key) {
        return key != null && key.startsWith(PARTS) ? PARTS : GATEWAY;
    }
}
