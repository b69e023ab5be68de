package dev.universalapi.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.gateway.page.InfoProperties.Mode;
import dev.universalapi.platform.security.Caller.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InfoRouteTests {

    @Test
    void tellsALiveKeyWhatTheInstallationWasTold() {
        assertThat(new InfoRoute("1.2.3", Mode.LIVE).told(Environment.LIVE))
                .isEqualTo(new InfoRoute.Told("1.2.3", "2", "live"));
        assertThat(new InfoRoute("1.2.3", Mode.SANDBOX).told(Environment.LIVE).mode())
                .isEqualTo("sandbox");
    }

    @Test
    void tellsATestKeyThatTheSandboxAnswers() {
        assertThat(new InfoRoute("1.2.3", Mode.LIVE).told(Environment.TEST).mode())
                .isEqualTo("sandbox");
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        assertThat(InfoRoute.built())
                .isEqualTo(first("../pom.xml", "<artifactId>universal-api</artifactId>\\s*<version>([^<]+)</version>"));
    }

    @Test
    void theVersionOfTheApiIsThatOfItsDocument() throws IOException {
        assertThat(InfoRoute.API)
                .isEqualTo(first("../sdk/openapi.yml", "(?m)^info:\\R(?: .*\\R)*?  version: \"([^\"]+)\""));
    }

    @Test
    void isDescribedWithAllItsMembers() throws IOException {
        try (var file = InfoRouteTests.class.getResourceAsStream("/openapi/gateway.json")) {
            var schema = new JsonMapper().readTree(file).at("/components/schemas/Info/properties");

            assertThat(Arrays.stream(InfoRoute.Told.class.getRecordComponents()).map(component -> component.getName()))
                    .containsExactlyInAnyOrderElementsOf(schema.propertyNames());
        }
    }

    private static String first(String file, String pattern) throws IOException {
        var matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
