package dev.universalapi.host;

import dev.universalapi.platform.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lists what there is.
@RestController
final class CatalogueController {
    private final HostedOperations operations;
    private final Engines engines;

    CatalogueController(HostedOperations operations, Engines engines) {
        this.operations = operations;
        this.engines = engines;
    }

    @GetMapping(path = "/api/catalogue", produces = MediaType.APPLICATION_JSON_VALUE)
    Listing catalogue(Caller caller) {
        return Listing.of(engines.mode(caller).label(), operations, engines.catalogue(), engines.secrets(caller));
    }
}
