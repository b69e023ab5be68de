package dev.universalapi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.universalapi.platform.security.Caller.Environment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InternalTokenTests {
    private static final Caller CALLER =
            new Caller("key-1", "local", "prj_local", Environment.LIVE, List.of("search:read", "*:use"), "free");
    private static final Caller OTHER = new Caller("key-2", "local", Environment.LIVE, List.of());

    private final ECKey key = generate("a");
    private final Clock clock = new Clock();
    private final TokenMint mint = TokenMint.of(key.toJSONString(), clock);
    private final TokenVerifier verifier = TokenVerifier.of(new JWKSet(key).toString(true), clock);

    private static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @Test
    void speaksForTheCallerItWasMintedFor() {
        assertThat(verifier.verify(mint.mint(CALLER))).contains(CALLER);
        assertThat(verifier.verify(mint.mint(OTHER))).contains(OTHER);
    }

    @Test
    void opensToPartsOfTheSuiteWhatIsNamedAndNothingElse() {
        var part = generate("parts-1");
        var among = TokenVerifier.of(new JWKSet(List.of(key, part)).toString(true), clock);
        var parts = TokenMint.of(part.toJSONString(), clock);

        var shown = among.verify(new Badge(parts, "search-service").token(Badge.CREDENTIALS));
        var asCaller = among.verify(parts.mint(CALLER));
        var asGateway =
                among.verify(parts.mint(new Caller("gateway", "-", Environment.LIVE, List.of("internal:identity"))));
        var forAnother = among.verify(
                parts.mint(new Caller("search-service", "local", Environment.LIVE, List.of(Badge.VERIFY))));

        assertThat(shown.orElseThrow().scopes()).containsExactly("internal:credentials");
        assertThat(shown.orElseThrow().keyId()).isEqualTo("search-service");
        assertThat(asCaller).isEmpty();
        assertThat(asGateway).isEmpty();
        assertThat(forAnother).isEmpty();
    }

    @Test
    void isReusedForThirtySeconds() {
        var first = mint.mint(CALLER);

        clock.pass(Duration.ofSeconds(29));
        assertThat(mint.mint(CALLER)).isEqualTo(first);

        clock.pass(Duration.ofSeconds(2));
        assertThat(mint.mint(CALLER)).isNotEqualTo(first);
    }

    @Test
    void isRefusedWhenItsTimeIsUpEvenIfItIsRemembered() {
        var token = mint.mint(CALLER);
        assertThat(verifier.verify(token)).isPresent();

        clock.pass(Duration.ofSeconds(59));
        assertThat(verifier.verify(token)).isPresent();

        clock.pass(Duration.ofSeconds(1));
        assertThat(verifier.verify(token)).isEmpty();
    }

    @Test
    void isRefusedWhenAnotherKeySignedIt() {
        var stranger = TokenMint.of(generate("a").toJSONString(), clock);
        var strangerByName = TokenMint.of(generate("b").toJSONString(), clock);

        assertThat(verifier.verify(stranger.mint(CALLER))).isEmpty();
        assertThat(verifier.verify(strangerByName.mint(CALLER))).isEmpty();
    }

    @Test
    void isRefusedWhenAClaimIsWrongOrMissing() throws JOSEException {
        assertThat(verifier.verify(signed(_ -> {}))).isPresent();

        assertThat(verifier.verify(signed(claims -> claims.issuer("stranger")))).isEmpty();
        assertThat(verifier.verify(signed(claims -> claims.audience("world")))).isEmpty();
        assertThat(verifier.verify(signed(claims -> claims.subject(null)))).isEmpty();
        assertThat(verifier.verify(signed(claims -> claims.expirationTime(null))))
                .isEmpty();
        assertThat(verifier.verify(signed(claims -> claims.claim("org", null)))).isEmpty();
        assertThat(verifier.verify(signed(claims -> claims.claim("env", "moon"))))
                .isEmpty();
        assertThat(verifier.verify(signed(claims -> claims.claim("env", 7)))).isEmpty();
    }

    @Test
    void withoutProjectAndPlanItSpeaksForOneWithoutAccount() throws JOSEException {
        assertThat(verifier.verify(signed(_ -> {})))
                .contains(new Caller("key-1", "local", "default", Environment.LIVE, List.of(), "internal"));
    }

    @Test
    void isRefusedWhenTheHeaderAsksForAnotherWay() throws JOSEException {
        var plain = new PlainJWT(claims(_ -> {})).serialize();
        var mac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(InternalToken.TYPE)
                        .build(),
                claims(_ -> {}));
        mac.sign(new MACSigner(key.toPublicJWK().toJSONString()));
        var otherType = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID("a")
                        .build(),
                claims(_ -> {}));
        otherType.sign(new ECDSASigner(key));

        assertThat(verifier.verify(plain)).isEmpty();
        assertThat(verifier.verify(mac.serialize())).isEmpty();
        assertThat(verifier.verify(otherType.serialize())).isEmpty();
        assertThat(verifier.verify("no token at all")).isEmpty();
    }

    @Test
    void keysThatCannotServeAreRefusedWithoutShowingThem() {
        assertThatThrownBy(() -> TokenMint.of("{\"kty\":\"secret\"}", clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> TokenVerifier.of("{\"keys\":[]}", clock)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenVerifier.of("what?", clock)).isInstanceOf(IllegalArgumentException.class);
    }

    private String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(InternalToken.TYPE)
                .keyID("a")
                .build();
        var token = new SignedJWT(header, claims(change));
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("gateway")
                .audience("internal")
                .subject("key-1")
                .claim("org", "local")
                .claim("env", "live")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
        change.accept(claims);
        return claims.build();
    }

    private static ECKey generate(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
