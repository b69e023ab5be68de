package dev.universalapi.host.switching;

import dev.universalapi.host.account.AccountClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/// Has a host do without what operators have switched off, where there are accounts.
@AutoConfiguration(afterName = "dev.universalapi.host.account.AccountsAutoConfiguration")
@ConditionalOnBean(AccountClient.class)
final class SwitchesAutoConfiguration {

    @Bean
    HeldSwitches heldSwitches(AccountClient accounts) {
        return new HeldSwitches(new SwitchClient(accounts), HeldSwitches.Pace.DEFAULT);
    }
}
