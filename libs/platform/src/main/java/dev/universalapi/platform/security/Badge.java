package dev.universalapi.platform.security;

import java.util.List;

/// What a part of the suite shows when it asks another, on behalf of no organisation. Its key is none of a gateway's,
/// so it opens what is named here and nothing else.
public final class Badge {
    /// Opens the credentials of organisations.
    public static final String CREDENTIALS = "internal:credentials";
    /// Has a credential tried out.
    public static final String VERIFY = "internal:verify";

    /// Asks providers for whoever a part asks them for.
    public static final String PROVIDERS = "internal:providers";

    private final TokenMint mint;
    private final String part;

    /// @param part its name
    public Badge(TokenMint mint, String part) {
        this.mint = mint;
        this.part = part;
    }

    /// A token for [InternalToken#HEADER].
    public String token(String scope) {
        return token(scope, Caller.Environment.LIVE);
    }

    /// The same where it matters what the key opens for which is asked.
    public String token(String scope, Caller.Environment environment) {
        return mint.mint(new Caller(part, InternalToken.NOBODY, environment, List.of(scope)));
    }
}
