package dev.universalapi.bench.kind;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.Operations;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// A host like search-service, of one operation of each kind.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class KindHost {
    /// The setting that names the folder of the manifests.
    static final String CATALOGUE = "bench.catalogue";

    static void main(String[] arguments) {
        SpringApplication.run(KindHost.class, arguments);
    }

    @Bean
    Operations operations() {
        return Operations.of(Tale.class, TaleAdapter.class, Picture.class, Letter.class);
    }

    @Bean
    Catalogue catalogue(Operations operations, Environment environment) {
        return Catalogue.load(operations, Path.of(environment.getRequiredProperty(CATALOGUE)));
    }
}
