package dev.universalapi.search.search;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.Problem;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.search.search.answer.FoundHit;
import dev.universalapi.search.search.answer.SearchedSource;
import dev.universalapi.search.search.plan.Plan;
import dev.universalapi.search.search.plan.Wish;
import dev.universalapi.search.search.round.Arrival;
import dev.universalapi.search.search.round.Round;
import dev.universalapi.search.search.round.Seeker;
import dev.universalapi.search.search.stream.Order;
import dev.universalapi.search.search.stream.Session;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Tells a search as it goes: `plan`, `source` at each turn, `answer` for each fact, `upsert` and `remove` of results,
/// `coverage`, and `done` or `error` at the end. While somebody reads nobody is cut off: who is late is told as late,
/// and again when there.
final class StreamedSearch {
    private static final Logger LOG = LoggerFactory.getLogger(StreamedSearch.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String ADDRESS = "/api/search/stream";

    private final Searches searches;
    private final Merger merger;
    private final Chronicle chronicle;
    private final JsonMapper json;

    StreamedSearch(Searches searches, Merger merger, Chronicle chronicle, JsonMapper json) {
        this.searches = searches;
        this.merger = merger;
        this.chronicle = chronicle;
        this.json = json;
    }

    /// Does it on a thread of its own.
    void begin(Session session, Plan plan, Wish wish, Seeker seeker) {
        Thread.ofVirtual().name("search-stream").start(() -> {
            try {
                new Run(session, plan, wish, seeker).tell();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (ProblemException e) {
                session.add("error", problem(e, seeker));
            } catch (RuntimeException e) {
                LOG.atError()
                        .addKeyValue("requestId", seeker.requestId())
                        .setCause(e)
                        .log("A streamed search broke for a reason nobody foresaw");
                var problem = new ProblemException(
                        ProblemType.INTERNAL_ERROR,
                        "Something went wrong on our side; the request id leads to the cause.");
                session.add("error", problem(problem, seeker));
            } finally {
                session.end();
            }
        });
    }

    private static byte[] problem(ProblemException problem, Seeker seeker) {
        return Problem.of(problem, ADDRESS, seeker.requestId()).json();
    }

    /// One of them.
    private final class Run {
        private final Session session;
        private final Plan plan;
        private final Wish wish;
        private final Seeker seeker;
        private final Round round;
        private final Order<FoundHit.UnscoredHit> order = new Order<>();
        private boolean late;

        Run(Session session, Plan plan, Wish wish, Seeker seeker) {
            this.session = session;
            this.plan = plan;
            this.wish = wish;
            this.seeker = seeker;
            event(StreamedEvent.Planned.of(plan));
            this.round = searches.begin(plan, wish, seeker);
            plan.inquiries().forEach(inquiry -> event(new StreamedEvent.Source(SearchedSource.started(inquiry))));
        }

        // nobody is asked on for who has left, and does not come back
        void tell() throws InterruptedException {
            try {
                if (follow()) {
                    end();
                }
            } finally {
                round.leave();
            }
        }

        private boolean follow() throws InterruptedException {
            while (!round.over() && round.millis() < LONGEST.toMillis()) {
                var wanted = session.wanted();
                if (!wanted.isPositive()) {
                    return false;
                }
                var worth = round.worthWaiting();
                var longest = late || !worth.isPositive() ? LONGEST : worth;
                var fresh = round.next(longest.compareTo(wanted) < 0 ? longest : wanted);
                fresh.forEach(this::tell);
                if (fresh.stream().anyMatch(arrival -> !arrival.found().hits().isEmpty())) {
                    list();
                }
                if (!fresh.isEmpty()) {
                    coverage();
                }
                tellWhoIsLate();
            }
            return true;
        }

        private void tell(Arrival arrival) {
            event(new StreamedEvent.Source(SearchedSource.of(arrival)));
            Merger.fact(arrival, before(arrival)).ifPresent(fact -> event(new StreamedEvent.Answer(fact)));
        }

        private List<Arrival> before(Arrival arrival) {
            var arrived = round.arrived();
            return arrived.subList(0, arrived.indexOf(arrival) + 1);
        }

        private void tellWhoIsLate() {
            if (!late && !round.over() && !round.worthWaiting().isPositive()) {
                late = true;
                var language = plan.understanding().language();
                round.open().forEach(open -> event(new StreamedEvent.Source(SearchedSource.late(open, language))));
            }
        }

        // scores shift with each that comes; only what is another thing, or stands elsewhere, is told again
        private void list() {
            var now = merger.ranked(round, wish).stream()
                    .map(FoundHit::of)
                    .collect(Collectors.toMap(FoundHit::id, FoundHit::unscored, (one, _) -> one, LinkedHashMap::new));
            var change = order.change(now);
            change.removed().forEach(id -> event(new StreamedEvent.Remove(id)));
            change.upserts()
                    .forEach((id, upsert) -> event(new StreamedEvent.Upsert(id, upsert.rank(), upsert.thing())));
        }

        private void coverage() {
            var arrived = round.arrived();
            event(new StreamedEvent.Coverage(
                    round.coverage(), arrived.size(), plan.inquiries().size()));
        }

        private void end() {
            var failure = Searches.failure(round);
            if (failure.isPresent()) {
                session.add("error", problem(failure.get(), seeker));
                return;
            }
            var answer = merger.answer(round, wish, seeker.mode());
            var data = answer.data();
            event(new StreamedEvent.Done(data.summary(), data.suggestions(), answer.meta()));
            chronicle.tell(plan, answer, seeker);
        }

        private void event(StreamedEvent event) {
            session.add(event.label(), json.writeValueAsBytes(event));
        }
    }
}
