package dev.universalapi.host.remote;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.host.Respondents;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.host.stream.EventStreams;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Departures;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/// Asks providers for another part of the suite, which says for whom. Whether it is a test is said by the token.
@RestController
final class ProvidersController {
    static final String ROOT = "/internal/providers/";
    static final String PLAN = "/plan";
    static final String STREAM = "/stream";

    private static final String ADDRESS = ROOT + "{category}/{operation}";

    private final HostedOperations operations;
    private final Respondents respondents;
    private final Departures departures;
    private final EventStreams streams;
    private final InstantSource clock = InstantSource.system();

    ProvidersController(
            HostedOperations operations, Respondents respondents, Departures departures, EventStreams streams) {
        this.operations = operations;
        this.respondents = respondents;
        this.departures = departures;
        this.streams = streams;
    }

    // a caller who leaves does not end a command: it may be done already
    @PostMapping(
            path = ADDRESS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> ask(
            @PathVariable String category, @PathVariable String operation, @RequestBody byte[] body, Caller caller) {
        var type = operations.get(category, operation);
        var providers = providers(caller);
        var asked = asked(type, body);
        var asking = asked.asking(clock.instant());
        var reply = type.kind() == Kind.COMMAND
                ? ask(providers, asked, asking)
                : departures.whilePresent(() -> ask(providers, asked, asking));
        return json(Told.of(reply));
    }

    @PostMapping(
            path = ADDRESS + PLAN,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> plan(
            @PathVariable String category, @PathVariable String operation, @RequestBody byte[] body, Caller caller) {
        var providers = providers(caller);
        var asked = asked(operations.get(category, operation), body);
        return json(providers.plan((Question<?>) asked.question(), asked.asking(clock.instant())));
    }

    /// An event a part, and one more of the [Ending].
    @PostMapping(
            path = ADDRESS + STREAM,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @PathVariable String category,
            @PathVariable String operation,
            @RequestBody byte[] body,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var type = operations.get(category, operation);
        var providers = providers(caller);
        var asked = asked(type, body);
        var asking = asked.asking(clock.instant());
        streams.send(
                sink -> {
                    var ending = providers.stream(inParts(asked), asking, part -> sink.part(Told.Line.of(part)));
                    var _ = sink.part(Told.Line.end(ending));
                    return ending;
                },
                ROOT + type.path() + STREAM,
                asked.requestId(),
                response);
    }

    private Providers providers(Caller caller) {
        if (!caller.scopes().contains(Badge.PROVIDERS)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Providers are asked here by parts of the suite alone.");
        }
        return respondents.of(caller);
    }

    private static Asked<Record> asked(OperationType type, byte[] body) {
        try {
            return Wire.asked(type, body);
        } catch (JacksonException _) {
            throw ProblemException.invalid(
                    "body", "body", "this is no question to " + type.path() + " of this version");
        }
    }

    // whether a whole answer or parts are asked for was checked when the operation was read
    @SuppressWarnings("unchecked")
    private static Reply<Record> ask(Providers providers, Asked<Record> asked, Asking asking) {
        return providers.ask((Question<Record>) asked.question(), asking);
    }

    @SuppressWarnings("unchecked")
    private static Question<Streamed<Record>> inParts(Asked<Record> asked) {
        return (Question<Streamed<Record>>) asked.question();
    }

    private static ResponseEntity<byte[]> json(Object value) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Wire.bytes(value));
    }
}
