package dev.universalapi.search.intent;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntentConfiguration {
    @Bean
    Interpreter interpreter() {
        return new Interpreter();
    }

    /// Loads after readiness: until then queries are understood by words.
    @Bean
    ApplicationListener<ApplicationReadyEvent> interpreterLoads(Interpreter interpreter) {
        return _ -> Thread.ofPlatform().daemon().name("intents").start(interpreter::load);
    }
}
