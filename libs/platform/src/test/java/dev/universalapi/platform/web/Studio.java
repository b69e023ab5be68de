package dev.universalapi.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.platform.security.TokenVerifier;
import jakarta.servlet.Filter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// An application of one controller, with all of platform around it.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class Studio {
    static final Caller PAINTER = new Caller("key-1", "guild", Caller.Environment.LIVE, List.of("*"));

    final CompletableFuture<Long> interruptedAt = new CompletableFuture<>();
    final CountDownLatch busy = new CountDownLatch(1);

    private final Departures departures;

    Studio(Departures departures) {
        this.departures = departures;
    }

    record Picture(String title, @Nullable String painter, BigDecimal price, Instant finished, String alphabet) {}

    @Bean
    static Keys keys() {
        return new Keys(generate());
    }

    record Keys(ECKey key) {
        String token() {
            return token(PAINTER);
        }

        String token(Caller caller) {
            return TokenMint.of(key.toJSONString(), InstantSource.system()).mint(caller);
        }
    }

    @Bean
    static TokenVerifier tokenVerifier(Keys keys) {
        return TokenVerifier.of(new JWKSet(keys.key()).toString(true), InstantSource.system());
    }

    @GetMapping("/pictures")
    Picture picture(@RequestParam int number) {
        return new Picture("Nr. " + number, null, new BigDecimal("1E+3"), Instant.EPOCH, "x".repeat(number));
    }

    @GetMapping("/internal/cellar")
    List<String> cellar() {
        return List.of("varnish");
    }

    @GetMapping("/asking")
    List<String> asking(Caller caller, Deadline deadline, RequestId id, @RequestHeader("X-Mood") String mood) {
        return List.of(
                caller.organisation(),
                Long.toString(Duration.between(Instant.now(), deadline.at()).toMillis()),
                id.value(),
                mood);
    }

    @PostMapping(path = "/pictures", consumes = MediaType.APPLICATION_JSON_VALUE)
    Picture paint(@RequestBody Picture picture) {
        return picture;
    }

    @PostMapping(path = "/forms", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    int form(@RequestParam int number) {
        return number;
    }

    @GetMapping("/broken")
    Picture broken() {
        throw new IllegalStateException("the canvas is torn");
    }

    @GetMapping("/refused")
    Picture refused() {
        throw new ProblemException(
                ProblemType.PROVIDERS_RATE_LIMITED,
                "Everybody is tired.",
                List.of(new Mistake("number", "query", "number is odd")),
                List.of(new Mistake("a", "b", "c")),
                Duration.ofMillis(1500));
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    String stream() {
        return "data: %s\n\n".formatted("x".repeat(5000));
    }

    @GetMapping("/slow")
    String slow() {
        return departures.whilePresent(() -> {
            busy.countDown();
            try {
                var _ = new CountDownLatch(1).await(20, TimeUnit.SECONDS);
                return "bored";
            } catch (InterruptedException _) {
                interruptedAt.complete(System.nanoTime());
                return "gone";
            }
        });
    }

    @GetMapping("/quick")
    String quick() {
        return departures.whilePresent(() -> Thread.currentThread().isVirtual() ? "virtual" : "platform");
    }

    /// Reads a parameter before any controller is reached.
    @Bean
    static FilterRegistrationBean<Filter> peekingFilter() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            request.getParameter("number");
            chain.doFilter(request, response);
        });
        registration.addUrlPatterns("/peeked");
        return registration;
    }

    /// Fails before any controller is reached.
    @Bean
    static FilterRegistrationBean<Filter> tornFilter() {
        var registration = new FilterRegistrationBean<Filter>((_, _, _) -> {
            throw new IllegalStateException("the filter is torn");
        });
        registration.addUrlPatterns("/torn");
        return registration;
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("studio").generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
