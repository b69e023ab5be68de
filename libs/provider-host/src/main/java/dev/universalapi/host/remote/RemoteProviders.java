package dev.universalapi.host.remote;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.kind.Sink.Taken;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.host.remote.Heard.Refusal;
import dev.universalapi.host.remote.Heard.Text;
import dev.universalapi.host.remote.HostClient.Letter;
import dev.universalapi.platform.security.Caller.Environment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// Providers that another host asks. Where it cannot be asked, nobody answers, and the receipt of that is empty.
final class RemoteProviders implements Providers {
    /// How much later than its deadline a host is heard of.
    private static final Duration SLACK = Duration.ofMillis(500);
    /// Three signs of life of a stream.
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private static final long MOST_BYTES = 32L << 20;
    private static final String DATA = "data: ";

    private final HostClient client;
    private final Operations operations;
    private final Environment environment;
    private final String mode;
    private final InstantSource clock = InstantSource.system();

    /// @param environment of the callers
    /// @param mode of their answers
    RemoteProviders(HostClient client, Operations operations, Environment environment, String mode) {
        this.client = client;
        this.operations = operations;
        this.environment = environment;
        this.mode = mode;
    }

    // the types of an answer are those of its operation
    @Override
    @SuppressWarnings("unchecked")
    public <A extends Record> Reply<A> ask(Question<A> question, Asking asking) {
        var type = type(question);
        if (type.form() == Form.STREAM) {
            throw new IllegalArgumentException(type + " is answered in parts");
        }
        return switch (hear(type, "", question, asking)) {
            case Text(var text) ->
                Wire.told(type, text)
                        .map(told -> (Reply<A>) told.reply())
                        .orElseGet(() ->
                                refused(Refusal.unreadable(type, client.host()), receipt(type, question, asking)));
            case Refusal refusal -> refused(refusal, receipt(type, question, asking));
        };
    }

    @Override
    public Receipt plan(Question<?> question, Asking asking) {
        var type = type(question);
        return switch (hear(type, ProvidersController.PLAN, question, asking)) {
            case Text(var text) -> Wire.receipt(text).orElseGet(() -> receipt(type, question, asking));
            case Refusal _ -> receipt(type, question, asking);
        };
    }

    private Heard hear(OperationType type, String what, Question<?> question, Asking asking) {
        var longest = left(asking).plus(SLACK);
        try (var lines = client.send(letter(type, what, question, asking, MOST_BYTES), longest)) {
            return Heard.of(lines.next(Duration.ZERO), lines.status(), type, client.host());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Refusal.lost(type, ProblemType.PROVIDERS_FAILED, "The caller left.");
        }
    }

    // the parts of a stream are of its operation's type
    @Override
    @SuppressWarnings("unchecked")
    public <P extends Record> Ending stream(Question<Streamed<P>> question, Asking asking, Sink<P> sink) {
        var type = type(question);
        if (type.form() != Form.STREAM) {
            throw new IllegalArgumentException(type + " is not answered in parts");
        }
        var reading = new Reading(type, receipt(type, question, asking), part -> sink.part((P) part));
        var letter = letter(type, ProvidersController.STREAM, question, asking, Long.MAX_VALUE);
        try (var lines = client.send(letter, left(asking).plus(SLACK))) {
            return reading.of(lines);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return reading.broken("The caller left.");
        }
    }

    /// Reads a stream and hands its parts on.
    private final class Reading {
        private final OperationType type;
        private final Receipt empty;
        private final Sink<Record> sink;
        private int parts;

        Reading(OperationType type, Receipt empty, Sink<Record> sink) {
            this.type = type;
            this.empty = empty;
            this.sink = sink;
        }

        Ending of(Lines lines) throws InterruptedException {
            Ending ending = null;
            var item = lines.next(Duration.ZERO);
            while (item instanceof Lines.Line(var text) && lines.status() == 200) {
                var line = text.startsWith(DATA)
                        ? Wire.line(type, text.substring(DATA.length())).orElse(null)
                        : null;
                if (line != null && line.ending() != null) {
                    ending = line.ending();
                }
                var taken = line == null || line.part() == null ? Taken.TAKEN : take(line.part());
                if (taken != Taken.TAKEN) {
                    return broken("The reader ended it: "
                            + taken.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
                }
                item = lines.next(SILENCE);
            }
            return ending == null ? ended(Heard.of(item, lines.status(), type, client.host())) : ending;
        }

        private Taken take(Record part) {
            var taken = sink.part(part);
            parts += taken == Taken.TAKEN ? 1 : 0;
            return taken;
        }

        private Ending ended(Heard heard) {
            return parts == 0 && heard instanceof Refusal(var problem, var detail, var retryAfter)
                    ? new Ending.Refused(problem, detail, retryAfter, empty)
                    : broken(client.host() + " broke off.");
        }

        Ending broken(String detail) {
            return parts == 0
                    ? new Ending.Refused(ProblemType.PROVIDERS_FAILED, detail, null, empty)
                    : new Ending.Broken(detail, empty);
        }
    }

    private Letter letter(OperationType type, String what, Question<?> question, Asking asking, long most) {
        return new Letter(
                ProvidersController.ROOT + type.path() + what,
                Wire.bytes(Asked.of(question, asking, left(asking))),
                environment,
                asking.requestId(),
                most);
    }

    private Duration left(Asking asking) {
        var left = Duration.between(clock.instant(), asking.deadline());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private OperationType type(Question<?> question) {
        if (!(question instanceof Record asked)) {
            throw new IllegalArgumentException(question.getClass() + " is no record");
        }
        return operations
                .find(asked.getClass())
                .orElseThrow(() -> new IllegalArgumentException(asked.getClass() + " is no operation"));
    }

    private Receipt receipt(OperationType type, Question<?> question, Asking asking) {
        return new Receipt(
                asking.requestId(),
                asking.organisation(),
                type.path(),
                type.describe((Record) question),
                clock.instant(),
                mode,
                List.of(),
                List.of(),
                null);
    }

    private static <A extends Record> Reply<A> refused(Refusal why, Receipt receipt) {
        return new Reply.Refused<>(why.type(), why.detail(), why.retryAfter(), receipt);
    }
}
