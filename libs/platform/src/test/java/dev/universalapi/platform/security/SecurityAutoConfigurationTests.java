package dev.universalapi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class SecurityAutoConfigurationTests {
    private static final String PUBLIC_KEYS = """
            {"keys": [{"kty": "EC", "crv": "P-256", "kid": "dev", "x": "fPcu3HVwU-taunE2e1IjrcGB6UoBhyICMeOcxM8SgF4",
             "y": "H3s1zd56Sr8xaAhfqCYmEipob6MVyQb6ch4DtmT5zyU"}]}
            """;

    private final WebApplicationContextRunner servlet =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class));

    @Test
    void aServiceDoesNotStartWithoutPublicKeys() {
        servlet.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("universal.security.jwks is not set"));
    }

    @Test
    void aServiceReadsThePublicKeysFromAFile(@TempDir Path folder) throws IOException {
        var jwks = Files.writeString(folder.resolve("jwks.json"), PUBLIC_KEYS);

        servlet.withPropertyValues("universal.security.jwks=" + jwks.toUri())
                .run(context ->
                        assertThat(context).hasSingleBean(TokenVerifier.class).hasBean("internalTokenFilter"));
    }

    @Test
    void whatIsNoServletApplicationIsLeftAlone() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(TokenVerifier.class));
    }
}
