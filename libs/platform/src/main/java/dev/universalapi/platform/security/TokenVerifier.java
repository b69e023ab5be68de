package dev.universalapi.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Tells who an internal token speaks for. The algorithm and the keys come from here, never from the token; a
/// token that was good is remembered until it expires.
public final class TokenVerifier {
    private static final Set<String> AMONG_PARTS = Set.of(Badge.CREDENTIALS, Badge.VERIFY, Badge.PROVIDERS);

    private final List<ECKey> keys;
    private final InstantSource clock;
    private final Cache<String, Verified> remembered =
            Caffeine.newBuilder().maximumSize(InternalToken.REMEMBERED).build();

    private record Verified(Caller caller, Instant expiry) {}

    private TokenVerifier(List<ECKey> keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// A verifier with public keys.
    ///
    /// @param jwks a set of P-256 keys in JSON (RFC 7517)
    /// @throws IllegalArgumentException if there is none in it
    public static TokenVerifier of(String jwks, InstantSource clock) {
        try {
            var keys = JWKSet.parse(jwks).getKeys().stream()
                    .filter(ECKey.class::isInstance)
                    .map(ECKey.class::cast)
                    .filter(key -> Curve.P_256.equals(key.getCurve()))
                    .map(ECKey::toPublicJWK)
                    .toList();
            if (!keys.isEmpty()) {
                return new TokenVerifier(keys, clock);
            }
        } catch (ParseException _) {
            // told below, without the text
        }
        throw new IllegalArgumentException("no P-256 key in the set of public keys");
    }

    /// Who calls, if the token is good now.
    public Optional<Caller> verify(String token) {
        var known = remembered.getIfPresent(token);
        if (known == null) {
            known = check(token).orElse(null);
            if (known == null) {
                return Optional.empty();
            }
            remembered.put(token, known);
        }
        if (known.expiry().isAfter(clock.instant())) {
            return Optional.of(known.caller());
        }
        remembered.invalidate(token);
        return Optional.empty();
    }

    private Optional<Verified> check(String text) {
        try {
            var token = SignedJWT.parse(text);
            var claims = token.getJWTClaimsSet();
            var issuer = InternalToken.issuer(token.getHeader().getKeyID());
            return hasOurForm(token.getHeader()) && isSigned(token) && isForUs(claims, issuer)
                    ? Optional.of(new Verified(
                                    caller(claims), claims.getExpirationTime().toInstant()))
                            .filter(verified -> maySay(issuer, verified.caller()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean hasOurForm(JWSHeader header) {
        return JWSAlgorithm.ES256.equals(header.getAlgorithm()) && InternalToken.TYPE.equals(header.getType());
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        for (var key : keys) {
            if (Objects.equals(key.getKeyID(), token.getHeader().getKeyID()) && token.verify(new ECDSAVerifier(key))) {
                return true;
            }
        }
        return false;
    }

    // a part that is taken over speaks for no organisation and for no gateway
    private static boolean maySay(String issuer, Caller caller) {
        return issuer.equals(InternalToken.GATEWAY)
                || caller.organisation().equals(InternalToken.NOBODY) && AMONG_PARTS.containsAll(caller.scopes());
    }

    private static boolean isForUs(JWTClaimsSet claims, String issuer) {
        return issuer.equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(InternalToken.AUDIENCE))
                && claims.getSubject() != null
                && claims.getExpirationTime() != null;
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        var organisation = claims.getStringClaim(InternalToken.ORGANISATION);
        var environment = claims.getStringClaim(InternalToken.ENVIRONMENT);
        if (organisation == null || environment == null) {
            throw new ParseException("a claim is missing", 0);
        }
        var scope = Objects.requireNonNullElse(claims.getStringClaim(InternalToken.SCOPE), "");
        var scopes =
                Arrays.stream(scope.split(" ")).filter(word -> !word.isEmpty()).toList();
        return new Caller(
                claims.getSubject(),
                organisation,
                Objects.requireNonNullElse(claims.getStringClaim(InternalToken.PROJECT), Caller.NO_PROJECT),
                Caller.Environment.of(environment),
                scopes,
                Objects.requireNonNullElse(claims.getStringClaim(InternalToken.PLAN), Caller.OWN_PLAN));
    }
}
