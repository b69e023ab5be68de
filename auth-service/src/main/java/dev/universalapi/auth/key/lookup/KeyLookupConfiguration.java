package dev.universalapi.auth.key.lookup;

import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@AcrossTenants(because = "hands the database to those who say why")
class KeyLookupConfiguration {

    @Bean
    KeyLookup keyLookup(SystemDatabase database, JsonMapper json, InstantSource clock) {
        return new KeyLookup(database, json, clock);
    }

    @Bean
    Uses uses(SystemDatabase database, InstantSource clock) {
        return new Uses(database, clock);
    }
}
