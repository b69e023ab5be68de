package dev.universalapi.search.intent;

import dev.universalapi.search.SearchedHere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@SearchedHere
@Configuration(proxyBeanMethods = false)
class IntentConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(IntentConfiguration.class);

    @Bean
    Interpreter interpreter() {
        return new Interpreter();
    }

    /// Loads after readiness: until then, and where a model is damaged, queries are understood by words.
    @Bean
    ApplicationListener<ApplicationReadyEvent> interpreterLoads(Interpreter interpreter) {
        return _ -> Thread.ofPlatform()
                .daemon()
                .name("intents")
                .uncaughtExceptionHandler(
                        (_, failure) -> LOG.atError().setCause(failure).log("queries are understood by words alone"))
                .start(interpreter::load);
    }
}
