package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.host.listing.Listing;
import dev.universalapi.host.listing.ProviderPage;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
        return Listing.of(
                engines.mode(caller).label(),
                operations,
                engines.catalogue(),
                engines.secrets(caller),
                engines.insights(caller));
    }

    @GetMapping(path = "/api/catalogue/providers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ProviderPage provider(@PathVariable String id, Caller caller) {
        var provider = engines.catalogue()
                .provider(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no provider of this id; GET /api/catalogue lists them."));
        var listed = Listing.of(provider, operations, engines.secrets(caller), engines.insights(caller));
        return ProviderPage.of(
                listed,
                engines.insights(caller).of(provider),
                engines.insights(caller).outcomes(id));
    }
}
