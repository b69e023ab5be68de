package dev.universalapi.configserver;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.config.server.environment.NativeEnvironmentProperties;
import org.springframework.cloud.config.server.environment.NativeEnvironmentRepositoryFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// Files are the default; the profile `git` takes them from a repository instead.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OverlayProperties.class)
@Profile("!git")
class OverlayConfiguration {

    private static final String SHIPPED = "classpath:/config/";

    @Bean
    OverlaidSettings overlaidSettings(NativeEnvironmentRepositoryFactory factory, OverlayProperties properties) {
        List<String> locations = new ArrayList<>(List.of(SHIPPED));
        if (properties.overlay() != null) {
            // the later location wins
            locations.add("optional:file:" + properties.overlay().toAbsolutePath() + "/");
        }
        NativeEnvironmentProperties folders = new NativeEnvironmentProperties();
        folders.setSearchLocations(locations.toArray(String[]::new));
        folders.setAddLabelLocations(false);
        return new OverlaidSettings(factory.build(folders), properties.overlay());
    }
}
