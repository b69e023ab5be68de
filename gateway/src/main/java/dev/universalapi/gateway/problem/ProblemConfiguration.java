package dev.universalapi.gateway.problem;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    AnswerHeadersFilter answerHeadersFilter() {
        return new AnswerHeadersFilter();
    }

    @Bean
    NettyServerCustomizer earlyRefusals() {
        EarlyRefusal refusal = new EarlyRefusal();
        return server -> server.doOnChannelInit((_, channel, _) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "universal.earlyRefusal", refusal));
    }

    @Bean
    Problems problems() {
        return new Problems();
    }
}
