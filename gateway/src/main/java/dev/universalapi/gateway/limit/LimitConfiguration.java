package dev.universalapi.gateway.limit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean
    SizeFilter sizeFilter(LimitProperties limits) {
        return new SizeFilter(limits);
    }

    @Bean
    TimeoutFilter timeoutFilter(LimitProperties limits) {
        return new TimeoutFilter(limits);
    }

    @Bean
    Gateways gateways(ObjectProvider<DiscoveryClient> discovery, Environment environment) {
        return new Gateways(discovery.getIfAvailable(), environment.getProperty("spring.application.name", "gateway"));
    }

    @Bean
    Lease lease(LimitProperties limits) {
        return new Lease(limits.longestTimeout().plus(limits.grace()).plus(limits.margin()));
    }

    @Bean
    NettyServerCustomizer slowRequests(LimitProperties limits) {
        return server -> server.requestTimeout(limits.bodyTime())
                .readTimeout(limits.bodyPause())
                .doOnChannelInit((_, channel, _) -> {
                    HeaderTime time = new HeaderTime(limits.headerTime());
                    channel.pipeline()
                            .addBefore(NettyPipeline.HttpCodec, "universal.headerTime", time)
                            .addAfter(NettyPipeline.HttpCodec, "universal.headerTime.end", time.afterDecoder());
                });
    }
}
