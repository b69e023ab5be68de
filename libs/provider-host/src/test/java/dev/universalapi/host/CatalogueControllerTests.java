package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CatalogueControllerTests extends AtelierTests {

    @Autowired
    ProvidersHealth health;

    @Test
    void status200() throws Exception {
        var listing = body(to("/api/catalogue").exchange(), 200);

        assertThat(listing.path("mode").asString()).isEqualTo("live");
        var colour = listing.path("operations").path(0);
        assertThat(colour.path("path").asString()).isEqualTo("paint/colour");
        assertThat(colour.path("schema").asString()).isEqualTo("/api/schemas/paint/colour");
        assertThat(colour.path("providers").toString()).isEqualTo("[\"dye-works\",\"pigments\"]");
        var dyeWorks = listing.path("providers").path(0);
        assertThat(dyeWorks.path("id").asString()).isEqualTo("dye-works");
        assertThat(dyeWorks.path("available").asBoolean()).isFalse();
        assertThat(dyeWorks.path("terms").path("attribution").asString()).isEqualTo("Dyed by Dye Works");
        assertThat(dyeWorks.path("credentials").path(0).toString())
                .isEqualTo("{\"name\":\"DYE_WORKS_KEY\",\"needed\":true,\"state\":\"absent\"}");
        assertThat(listing.path("providers").path(1).path("available").asBoolean())
                .isTrue();
    }

    @Test
    void oneProvider() throws Exception {
        var page = body(to("/api/catalogue/providers/pigments").exchange(), 200);

        assertThat(page.path("provider").path("id").asString()).isEqualTo("pigments");
        assertThat(page.path("health").path("breaker").asString()).isEqualTo("closed");
        assertThat(page.path("outcomes").toString()).isEqualTo("{\"ok\":3}");
        assertThat(page.path("permits").path("limit").asInt()).isEqualTo(20);
        assertThat(page.path("quota").path("left").asInt()).isEqualTo(1);
        problem(to("/api/catalogue/providers/nobody").exchange(), 404, "not-found");
    }

    @Test
    void status401() throws Exception {
        problem(http.get().uri("/api/catalogue").exchange(), 401, "internal-token-required");
    }

    @Test
    void healthSaysTheModeAndWhoIsOff() {
        var details = health.health().getDetails();

        assertThat(details).containsEntry("mode", "live").containsEntry("providers", 2);
        assertThat(details.get("withoutCredential")).asString().isEqualTo("[dye-works]");
    }
}
