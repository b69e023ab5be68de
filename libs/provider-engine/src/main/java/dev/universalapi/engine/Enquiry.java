package dev.universalapi.engine;

import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.cache.Served;
import dev.universalapi.engine.credential.Keyring;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.usage.Bill;
import dev.universalapi.engine.usage.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One question as it came in.
///
/// @param known the attempts for it that are over, for one whose time is up before all are
/// @param bill where what is spent on it comes together
/// @param providers the catalogue that it sees from beginning to end
/// @param keyring the keys that it sees from beginning to end
record Enquiry(
        OperationType type,
        Record query,
        Asking asking,
        List<Attempt> known,
        Bill bill,
        Catalogue providers,
        Keyring keyring,
        Instant askedAt) {
    Enquiry(
            OperationType type,
            Record query,
            Asking asking,
            Bill bill,
            Catalogue providers,
            Keyring keyring,
            Instant askedAt) {
        this(type, query, asking, new CopyOnWriteArrayList<>(), bill, providers, keyring, askedAt);
    }

    /// Tells what the caller got, in the end.
    void settle(Served<Pursued> served, Instant now) {
        switch (served) {
            case Served.Kept<Pursued>(var entry, var _, var _, var _) ->
                settleWithoutCall(entry.told().provider(), Outcome.OK.label(), true, now);
            case Served.Replied<Pursued>(var pursued, var how)
            when how != How.SHARED && pursued.receipt().equals(asking.requestId()) -> settle(pursued, now);
            case Served.Replied<Pursued>(var pursued, var how) -> settleByAnother(pursued, how, now);
            case Served.Unanswered<Pursued>(var how) ->
                settleWithoutCall(
                        Spent.NOBODY, (how == How.LEFT ? Outcome.CANCELLED : Outcome.TIMEOUT).label(), false, now);
        }
    }

    /// The same of a question that nobody else was asking.
    void settle(Pursued pursued, Instant now) {
        if (pursued.attempts().stream().anyMatch(Attempt::called)) {
            bill.settledByCall();
        } else {
            settleWithoutCall(Spent.NOBODY, Spent.UNASKED, false, now);
        }
    }

    private void settleByAnother(Pursued pursued, How how, Instant now) {
        if (pursued.tried().isEmpty()) {
            settleWithoutCall(Spent.NOBODY, Spent.UNASKED, false, now);
        } else {
            var last = pursued.tried().getLast().attempt();
            var cached = pursued.answered().isPresent() || how == How.NOTHING;
            settleWithoutCall(last.provider(), last.outcome().label(), cached, now);
        }
    }

    private void settleWithoutCall(String provider, String outcome, boolean cached, Instant now) {
        var millis = Math.max(0, Duration.between(askedAt, now).toMillis());
        bill.settledBy(Spent.withoutCall(asking, type.path(), provider, outcome, cached, millis));
    }
}
