package dev.universalapi.host.credential;

import dev.universalapi.host.account.AccountClient;
import dev.universalapi.host.account.OwnCredentialsProperties;
import dev.universalapi.host.remote.AskedHere;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/// Gives who asks providers what organisations have of their own, where there are accounts.
@AutoConfiguration(afterName = "dev.universalapi.host.account.AccountsAutoConfiguration")
@ConditionalOnBean(AccountClient.class)
@AskedHere
final class OwnCredentialsAutoConfiguration {

    @Bean
    HeldCredentials ownCredentials(AccountClient accounts, OwnCredentialsProperties properties) {
        return new HeldCredentials(
                new CredentialClient(accounts),
                properties,
                InstantSource.system(),
                telling -> Thread.ofVirtual().name("credential state").start(telling));
    }
}
