package dev.universalapi.gateway.limit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
