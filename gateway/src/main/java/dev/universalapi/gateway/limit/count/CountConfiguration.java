package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.Gateways;
import dev.universalapi.gateway.limit.credit.Credits;
import dev.universalapi.gateway.limit.quota.Usage;
import dev.universalapi.gateway.limit.quota.Warnings;
import dev.universalapi.gateway.limit.redis.RedisClock;
import dev.universalapi.gateway.limit.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CountProperties.class)
class CountConfiguration {

    @Bean
    Allowance allowance(CountProperties properties, RedisLink link) {
        return new Allowance(
                properties.allowance(), properties.leastAllowance(), () -> link.state() != RedisLink.State.NONE);
    }

    @Bean
    Scripts scripts(RedisLink link, Allowance allowance) {
        return new Scripts(link, allowance);
    }

    @Bean
    Unheard unheard() {
        return new Unheard();
    }

    @Bean
    Settling settling(Scripts scripts, Warnings warnings, MeterRegistry meters) {
        return new Settling(scripts, warnings, meters);
    }

    @Bean
    Credits<Ask.Limits, List<Standing>> credits(CountProperties properties) {
        return new Credits<>(properties.ahead(), properties.mostAhead(), System::nanoTime);
    }

    @Bean(initMethod = "start")
    Tending tending(
            Scripts scripts,
            Settling settling,
            Unheard unheard,
            RedisClock clock,
            Credits<Ask.Limits, List<Standing>> credits) {
        return new Tending(scripts, settling, unheard, clock, credits);
    }

    @Bean
    Recounts recounts(Scripts scripts, Usage usage, CountProperties properties, MeterRegistry meters) {
        return new Recounts(scripts, usage, properties.recount(), meters);
    }

    @Bean
    Share share(Gateways gateways, RedisClock clock, Allowance allowance, Unheard unheard) {
        return new Share(gateways, clock, allowance, unheard);
    }

    @Bean
    Counting counting(
            Scripts scripts,
            Share share,
            Settling settling,
            Recounts recounts,
            Credits<Ask.Limits, List<Standing>> credits) {
        return new Counting(scripts, new Refusals(System::nanoTime), share, settling, recounts, credits);
    }
}
