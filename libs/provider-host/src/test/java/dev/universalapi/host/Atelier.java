package dev.universalapi.host;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.engine.Insight;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Keys;
import dev.universalapi.engine.standing.Standing;
import dev.universalapi.host.Engines.Part;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.measure.Insights;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.platform.security.TokenVerifier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// A host of two operations whose providers are scripted.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Atelier {
    static final Caller PAINTER = new Caller("key-1", "guild", Caller.Environment.LIVE, List.of());
    static final Caller STRANGER = new Caller("key-2", "others", Caller.Environment.LIVE, List.of());
    static final Caller APPRENTICE = new Caller("key-3", "guild", Caller.Environment.TEST, List.of());

    private static final ECKey KEY = generate();
    private static final TokenMint MINT = TokenMint.of(KEY.toJSONString(), InstantSource.system());

    static String token(Caller caller) {
        return MINT.mint(caller);
    }

    @Bean
    TokenVerifier tokenVerifier() {
        return TokenVerifier.of(new JWKSet(KEY).toString(true), InstantSource.system());
    }

    @Bean
    Operations operations() {
        return Operations.of(
                Colour.class, Brush.class, Swatch.class, Order.class, Ballad.class, Sundial.class, Atlas.class);
    }

    @Bean
    Catalogue catalogue(Operations operations) {
        return Catalogue.load(operations, Path.of("src/test/resources/atelier"));
    }

    @Bean
    ScriptedProviders scripted(Receipts receipts) {
        return new ScriptedProviders("live", receipts);
    }

    @Bean
    Engines engines(Catalogue catalogue, ScriptedProviders scripted) {
        var live = new Part(scripted, new Calm(), Secrets.of(null), Egress.live(EgressLimits.DEFAULT));
        return new Engines(Mode.LIVE, () -> catalogue, Map.of(Mode.LIVE, live));
    }

    /// Nothing is known of anybody.
    private record Calm() implements Insights {
        @Override
        public Insight of(Provider provider) {
            return new Insight(
                    Health.UNKNOWN, new Keys(false, 0, 0), new Standing.Room(0, 20), Headroom.FREE, List.of());
        }

        @Override
        public Map<Outcome, Long> outcomes(String provider) {
            return Map.of(Outcome.OK, 3L);
        }
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("atelier").generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
