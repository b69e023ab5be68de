package dev.universalapi.platform.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/// Signs internal tokens. One a caller is good for 60 s and given out again for 30 s: a signature costs more
/// than the rest of the gateway's work on a request.
public final class TokenMint {
    private final ECKey key;
    private final JWSSigner signer;
    private final InstantSource clock;
    private final LoadingCache<Caller, String> minted;

    private TokenMint(ECKey key, JWSSigner signer, InstantSource clock) {
        this.key = key;
        this.signer = signer;
        this.clock = clock;
        this.minted = Caffeine.newBuilder()
                .maximumSize(InternalToken.REMEMBERED)
                .expireAfterWrite(InternalToken.REUSE)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build(this::sign);
    }

    /// A mint with a private key.
    ///
    /// @param jwk a P-256 key in JSON (RFC 7517)
    /// @throws IllegalArgumentException if it is none; the message holds nothing of it
    public static TokenMint of(String jwk, InstantSource clock) {
        try {
            var key = ECKey.parse(jwk);
            return new TokenMint(key, new ECDSASigner(key), clock);
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            throw new IllegalArgumentException("the signing key is not a private P-256 key in JWK form");
        }
    }

    /// The token to send along for a caller.
    public String mint(Caller caller) {
        return minted.get(caller);
    }

    private String sign(Caller caller) throws JOSEException {
        var now = clock.instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(InternalToken.TYPE)
                .keyID(key.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(InternalToken.issuer(key.getKeyID()))
                .audience(InternalToken.AUDIENCE)
                .subject(caller.keyId())
                .claim(InternalToken.ORGANISATION, caller.organisation())
                .claim(InternalToken.PROJECT, caller.project())
                .claim(InternalToken.ENVIRONMENT, caller.environment().label())
                .claim(InternalToken.SCOPE, String.join(" ", caller.scopes()))
                .claim(InternalToken.PLAN, caller.plan())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(InternalToken.LIFETIME)))
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
