package dev.universalapi.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;

class RecognitionTests {

    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/x"));

    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), ProblemType.SERVICE_UNAVAILABLE),
                Arguments.of(new UnknownHostException("gone"), ProblemType.SERVICE_UNAVAILABLE),
                Arguments.of(new PoolAcquirePendingLimitException(1), ProblemType.OVERLOADED),
                Arguments.of(new TimeoutException(), ProblemType.GATEWAY_TIMEOUT),
                Arguments.of(ReadTimeoutException.INSTANCE, ProblemType.GATEWAY_TIMEOUT),
                Arguments.of(new DecoderException("no HTTP"), ProblemType.BAD_GATEWAY),
                Arguments.of(AbortedException.beforeSend(), ProblemType.BAD_GATEWAY),
                Arguments.of(new ResponseStatusException(HttpStatus.NOT_FOUND), ProblemType.NOT_FOUND),
                Arguments.of(new ResponseStatusException(HttpStatus.BAD_REQUEST), ProblemType.INVALID_PARAMETER),
                Arguments.of(new ResponseStatusException(HttpStatus.CONFLICT), ProblemType.INTERNAL_ERROR),
                Arguments.of(new NotAcceptableStatusException("no"), ProblemType.NOT_ACCEPTABLE),
                Arguments.of(
                        new UnsupportedMediaTypeStatusException(MediaType.TEXT_PLAIN, List.of()),
                        ProblemType.UNSUPPORTED_MEDIA_TYPE),
                Arguments.of(new IllegalArgumentException("ours"), ProblemType.INTERNAL_ERROR),
                Arguments.of(
                        new IllegalStateException(new ConnectException("refused")), ProblemType.SERVICE_UNAVAILABLE));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void everythingThatIsThrownHasItsProblem(Throwable thrown, ProblemType type) {
        assertThat(Recognition.of(exchange, thrown).type()).isEqualTo(type);
    }

    @Test
    void aProblemStaysWhatItIs() {
        ProblemException problem = new ProblemException(ProblemType.FORBIDDEN, "no");

        assertThat(Recognition.of(exchange, problem)).isSameAs(problem);
    }

    @Test
    void whatNobodyForesawSaysNothingOfItself() {
        assertThat(Recognition.of(exchange, new IllegalStateException("secret")).detail())
                .doesNotContain("secret");
    }
}
