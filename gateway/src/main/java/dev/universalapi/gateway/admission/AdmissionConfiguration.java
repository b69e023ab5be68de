package dev.universalapi.gateway.admission;

import dev.universalapi.gateway.limit.Gateways;
import dev.universalapi.gateway.limit.Lease;
import dev.universalapi.gateway.limit.count.Counting;
import dev.universalapi.gateway.limit.plan.Plans;
import dev.universalapi.gateway.limit.quota.Projects;
import dev.universalapi.gateway.limit.redis.RedisClock;
import dev.universalapi.platform.settings.Live;
import dev.universalapi.platform.settings.LiveSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.HttpResources;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionProperties.class)
class AdmissionConfiguration {

    @Bean
    Live<Plans> plans(LiveSettings settings) {
        return settings.watch(Plans.class);
    }

    @Bean
    Asks asks(RedisClock clock, Lease lease) {
        return new Asks(clock, lease);
    }

    @Bean
    UnderWay underWay(Gateways gateways) {
        return new UnderWay(gateways);
    }

    @Bean
    Pressure pressure(AdmissionProperties properties) {
        return new Pressure(properties);
    }

    @Bean
    Seats seats(Pressure pressure, AdmissionProperties properties, MeterRegistry meters) {
        var seats = new Seats(pressure::room, properties);
        Gauge.builder("admission.room", pressure, Pressure::room)
                .description("calls that may be under way at this gateway now")
                .register(meters);
        Gauge.builder("admission.taken", seats, Seats::taken)
                .description("calls that are under way at this gateway")
                .register(meters);
        return seats;
    }

    @Bean(initMethod = "start")
    Loops loops(Pressure pressure, Seats seats) {
        return new Loops(HttpResources.get().onServer(true), pressure, seats);
    }

    @Bean
    DoorFilter doorFilter(
            Live<Plans> plans,
            Asks asks,
            Counting counting,
            UnderWay underWay,
            Seats seats,
            Projects projects,
            MeterRegistry meters) {
        return new DoorFilter(plans, asks, counting, underWay, seats, projects, meters);
    }

    @Bean
    LimitsRoute limitsRoute(Live<Plans> plans, Asks asks, Counting counting, UnderWay underWay) {
        return new LimitsRoute(new LimitsPage(plans, asks, counting, underWay));
    }
}
