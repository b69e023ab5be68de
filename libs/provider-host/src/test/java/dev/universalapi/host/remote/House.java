package dev.universalapi.host.remote;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.engine.adapter.MisreadException;
import dev.universalapi.engine.adapter.Outgoing;
import dev.universalapi.engine.adapter.ServerSentEvents;
import dev.universalapi.engine.adapter.StreamAdapter;
import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.platform.security.TokenVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// A host as it is shipped, of one operation of each form.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class House {
    static final Operations OPERATIONS =
            Operations.of(Flours.class, Order.class, Picture.class, Song.class, SongAdapter.class);
    private static final ECKey PARTS_KEY = generate("parts-1");
    private static final ECKey GATEWAY_KEY = generate("gateway-1");
    static final TokenMint PARTS = TokenMint.of(PARTS_KEY.toJSONString(), InstantSource.system());
    static final TokenMint GATEWAY = TokenMint.of(GATEWAY_KEY.toJSONString(), InstantSource.system());

    /// A list that comes page by page.
    @Operation(path = "grain/flours", summary = "Flours")
    public record Flours(
            String grain,
            @Nullable LocalDate day,
            @Range(min = 1, max = 9) @Default("2") int limit) implements Query<Flours.Answer> {

        /// What is found.
        public record Answer(List<Flour> flours) {}

        /// One of them.
        public record Flour(String name, @Nullable BigDecimal price) {}
    }

    /// Something to be done.
    @Operation(path = "grain/order", summary = "Order sacks")
    public record Order(int sacks) implements Command<Order.Answer> {

        /// What was done.
        public record Answer(String number) {}
    }

    /// Answered by bytes.
    @Operation(path = "grain/picture", summary = "A picture")
    public record Picture(String grain) implements Query<Binary> {}

    /// Answered in parts.
    @Operation(path = "grain/song", summary = "A song, word by word")
    public record Song(String about) implements Query<Streamed<Song.Part>> {

        /// One word.
        public record Part(String word) {}
    }

    /// Reads words until `[END]`.
    static final class SongAdapter implements StreamAdapter {
        @Override
        public Outgoing ask(Record query) {
            return new Outgoing(false, "/song", Map.of("about", ((Song) query).about()), Map.of(), new byte[0]);
        }

        @Override
        public boolean read(Record query, InputStream body, Consumer<Record> parts)
                throws MisreadException, IOException {
            var events = new ServerSentEvents(body);
            for (var event = events.next(); event.isPresent(); event = events.next()) {
                if (event.get().data().equals("[END]")) {
                    return true;
                }
                parts.accept(new Song.Part(event.get().data()));
            }
            return false;
        }
    }

    /// What was told to be spent.
    static final class Spending implements Events {
        private final Queue<UsageRecorded> told = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(Event event) {
            told.add((UsageRecorded) event);
        }

        List<UsageRecorded> of(String requestId) {
            return told.stream()
                    .filter(one -> one.requestId().equals(requestId))
                    .toList();
        }
    }

    @Bean
    TokenVerifier tokenVerifier() {
        return TokenVerifier.of(new JWKSet(List.of(PARTS_KEY, GATEWAY_KEY)).toString(true), InstantSource.system());
    }

    @Bean
    Operations operations() {
        return OPERATIONS;
    }

    @Bean
    Catalogue catalogue(Operations operations) {
        return Catalogue.load(operations, Path.of("src/test/resources/house"));
    }

    @Bean
    Spending spending() {
        return new Spending();
    }

    private static ECKey generate(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
