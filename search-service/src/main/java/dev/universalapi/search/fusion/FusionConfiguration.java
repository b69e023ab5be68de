package dev.universalapi.search.fusion;

import dev.universalapi.search.SearchedHere;
import dev.universalapi.search.fusion.meaning.Meanings;
import dev.universalapi.search.fusion.summary.Summaries;
import java.time.InstantSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@SearchedHere
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FusionProperties.class)
class FusionConfiguration {
    @Bean
    Meanings meanings(FusionProperties properties) {
        return Meanings.inThisProcess(properties.vectors());
    }

    @Bean
    Fusion fusion(Meanings meanings) {
        return new Fusion(meanings, InstantSource.system());
    }

    @Bean
    Summaries summaries(Meanings meanings) {
        return new Summaries(meanings);
    }

    /// Not before the service answers: search goes by words until then.
    @Bean
    ApplicationListener<AvailabilityChangeEvent<ReadinessState>> meaningsLoad(
            FusionProperties properties, Meanings meanings) {
        return event -> {
            if (properties.meanings() && event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
                meanings.load();
            }
        };
    }
}
