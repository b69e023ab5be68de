package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.host.Visit.Visitor;
import dev.universalapi.host.answer.Accepting;
import dev.universalapi.host.answer.Answers;
import dev.universalapi.host.answer.BinaryAnswer;
import dev.universalapi.host.command.Commands;
import dev.universalapi.host.command.Kept;
import dev.universalapi.host.manner.Routes;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.host.stream.EventStreams;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Deadline;
import dev.universalapi.platform.web.Departures;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Asks any operation there is: the one controller of all of them.
@RestController
final class LookupController {
    private static final String ADDRESS = "/api/{category}/{operation}";

    private final HostedOperations operations;
    private final Engines engines;
    private final Departures departures;
    private final Commands commands;
    private final EventStreams streams;
    private final Visits visits;
    private final Answers answers;

    LookupController(
            HostedOperations operations,
            Engines engines,
            Departures departures,
            Commands commands,
            EventStreams streams,
            Visits visits,
            Answers answers) {
        this.operations = operations;
        this.engines = engines;
        this.departures = departures;
        this.commands = commands;
        this.streams = streams;
        this.visits = visits;
        this.answers = answers;
    }

    /// Asks a query by its parameters. `?dryRun=true` tells who would be asked and asks nobody.
    @GetMapping(ADDRESS)
    @Nullable
    Object ask(
            @PathVariable String category,
            @PathVariable String operation,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            Deadline deadline,
            RequestId requestId,
            HttpServletResponse response)
            throws HttpRequestMethodNotSupportedException, IOException {
        var type = operations.open(category, operation);
        if (type.kind() == Kind.COMMAND) {
            throw new HttpRequestMethodNotSupportedException("GET", List.of("POST"));
        }
        var visit = visits.of(type, sent, headers, new Visitor(caller, deadline, requestId, response));
        return visit.manner().dryRun() ? plan(visit) : query(visit);
    }

    /// Asks a query by a body of its components, or carries a command out. What is not of the components stands in
    /// the address here too.
    @PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    Object post(
            @PathVariable String category,
            @PathVariable String operation,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            Deadline deadline,
            RequestId requestId,
            HttpServletResponse response)
            throws IOException {
        var type = operations.open(category, operation);
        var visitor = new Visitor(caller, deadline, requestId, response);
        var visit = visits.of(type, sent, body == null ? new byte[0] : body, headers, visitor);
        if (visit.manner().dryRun()) {
            return plan(visit);
        }
        return switch (type.kind()) {
            case QUERY -> query(visit);
            case COMMAND -> command(visit, headers.getFirst(Commands.HEADER));
        };
    }

    private ResponseEntity<Receipt> plan(Visit visit) {
        var plan = engines.of(visit.caller()).plan(visit.question(), visit.asking());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(plan);
    }

    private @Nullable ResponseEntity<?> query(Visit visit) throws IOException {
        return switch (visit.type().form()) {
            case STREAM -> {
                stream(visit);
                yield null;
            }
            case RECORD -> {
                Accepting.check(visit.accept(), MediaType.APPLICATION_JSON);
                var answered = askWhilePresent(visit);
                var response = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
                var age = answered.meta().age();
                if (age != null) {
                    response.header(HttpHeaders.AGE, String.valueOf(age));
                }
                yield response.body(answers.of(
                        answered, visits.meta(visit, answered), visit.manner().fields()));
            }
            case BINARY -> {
                var answered = askWhilePresent(visit);
                yield sent(kept((Binary) answered.data(), visits.meta(visit, answered)));
            }
        };
    }

    private void stream(Visit visit) throws IOException {
        var providers = engines.of(visit.caller());
        Accepting.check(visit.accept(), MediaType.TEXT_EVENT_STREAM);
        streams.send(
                sink -> visits.ending(visit, providers.stream(visit.inParts(), visit.asking(), sink)),
                "/api/" + visit.type().path(),
                visit.asking().requestId(),
                visit.response());
    }

    private Reply.Answered<?> askWhilePresent(Visit visit) {
        var providers = engines.of(visit.caller());
        return answered(departures.whilePresent(() -> providers.ask(visit.whole(), visit.asking())));
    }

    // a caller who leaves does not end it: it may be done already, and its key shall know
    private ResponseEntity<byte[]> command(Visit visit, @Nullable String key) {
        var providers = engines.of(visit.caller());
        var owner = engines.mode(visit.caller()).label() + "/" + visit.asking().organisation();
        var what = visit.type().path() + " " + visit.type().meaning(visit.input());
        var fresh = new AtomicReference<Kept.Answered>();
        var outcome = commands.once(owner, key, what, () -> {
            var answered = answered(providers.ask(visit.whole(), visit.asking()));
            var meta = visits.meta(visit, answered);
            if (visit.type().form() == Form.BINARY) {
                return kept((Binary) answered.data(), meta);
            }
            fresh.set(
                    kept(answers.bytes(answers.of(answered, meta, visit.manner().fields()))));
            return kept(answers.kept(answered, meta));
        });
        var response = sent(told(visit, outcome, fresh.get()));
        return outcome.repeated()
                ? ResponseEntity.ok()
                        .headers(response.getHeaders())
                        .header("Idempotent-Replayed", "true")
                        .body(response.getBody())
                : response;
    }

    // who asks again is told the same, but for the provider's own body, in the fields they want now
    private Kept.Answered told(Visit visit, Commands.Outcome outcome, Kept.@Nullable Answered fresh) {
        var kept = outcome.answer();
        if (fresh != null) {
            return fresh;
        }
        return visit.type().form() == Form.RECORD
                ? kept(answers.again(kept.body(), visit.manner().fields()))
                : kept;
    }

    private static Kept.Answered kept(byte[] json) {
        return new Kept.Answered(MediaType.APPLICATION_JSON_VALUE, Map.of(), json);
    }

    private static Kept.Answered kept(Binary binary, Meta meta) {
        var answer = BinaryAnswer.of(binary, meta);
        return new Kept.Answered(answer.type().toString(), answer.headers(), answer.bytes());
    }

    private static ResponseEntity<byte[]> sent(Kept.Answered answer) {
        var response = ResponseEntity.ok().contentType(MediaType.parseMediaType(answer.type()));
        answer.headers().forEach(response::header);
        return response.body(answer.body());
    }

    private static Reply.Answered<?> answered(Reply<?> reply) {
        return switch (reply) {
            case Reply.Answered<?> answered -> answered;
            case Reply.Refused<?> refused ->
                throw new ProblemException(
                        refused.type(),
                        refused.detail(),
                        refused.type() == ProblemType.INVALID_ROUTE ? Routes.wrong(refused.detail()) : List.of(),
                        refused.receipt().attempts(),
                        refused.retryAfter());
        };
    }
}
