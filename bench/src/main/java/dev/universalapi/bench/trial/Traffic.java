package dev.universalapi.bench.trial;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What came of many requests.
public final class Traffic {
    private static final Pattern TYPE = Pattern.compile("\"type\":\"[^\"]*?([^\"/]+)\"");
    private static final int KIND = 80;

    private final List<Shot> shots;

    /// One request and what came of it.
    ///
    /// @param second after the beginning when it was due
    /// @param status 0 where no answer came
    /// @param provider who answered, where somebody did
    /// @param millis from when it was due to its last byte
    /// @param failure what was said instead of an answer
    /// @param request its id; empty where no answer came
    public record Shot(double second, int status, String provider, double millis, String failure, String request) {
        private static final double SECOND = 1e9;

        /// Asks now; times are from the moment when it was due, since what waits to be sent waits for the caller too.
        static Shot at(Load.Door door, Load.Question question, long due, long begun) {
            var second = (due - begun) / SECOND;
            try {
                var answer = door.get(question.path(), question.headers());
                return new Shot(
                        second,
                        answer.status(),
                        answer.at("/meta/provider"),
                        millisSince(due),
                        answer.status() == 200 ? "" : answer.toString(),
                        answer.headers().firstValue("X-Request-Id").orElse(""));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return without(second, millisSince(due), e);
            } catch (Exception e) {
                return without(second, millisSince(due), e);
            }
        }

        private static Shot without(double second, double millis, Exception cause) {
            return new Shot(second, 0, "", millis, cause.toString(), "");
        }

        private static double millisSince(long nanos) {
            return (System.nanoTime() - nanos) / 1e6;
        }

        /// The second after the beginning when its last byte came.
        double over() {
            return second + millis / 1000;
        }
    }

    Traffic(Collection<Shot> shots) {
        this.shots = List.copyOf(shots);
    }

    /// Those of it that are as wanted.
    public Traffic where(Predicate<Shot> wanted) {
        return new Traffic(shots.stream().filter(wanted).toList());
    }

    /// The ids of some of it.
    public List<String> requests(int most) {
        return shots.stream().map(Shot::request).limit(most).toList();
    }

    public int size() {
        return shots.size();
    }

    /// How many brought an answer.
    public long answered() {
        return shots.stream().filter(shot -> shot.status() == 200).count();
    }

    /// The share of them that brought an answer.
    public double share() {
        return shots.isEmpty() ? 0 : (double) answered() / shots.size();
    }

    /// How many were answered by a provider.
    public long by(String provider) {
        return shots.stream().filter(shot -> shot.provider().equals(provider)).count();
    }

    /// How many ended in 5xx, or without any answer.
    public long broken() {
        return shots.stream()
                .filter(shot -> shot.status() == 0 || shot.status() >= 500)
                .count();
    }

    /// How many of the answers came a second, of those that came within so much of the beginning.
    public double perSecond(Duration counted) {
        var seconds = counted.toMillis() / 1000.0;
        return shots.stream()
                        .filter(shot -> shot.status() == 200 && shot.over() <= seconds)
                        .count()
                / seconds;
    }

    /// Who answered how many.
    public Map<String, Long> providers() {
        return shots.stream()
                .filter(shot -> shot.status() == 200)
                .collect(Collectors.groupingBy(Shot::provider, TreeMap::new, Collectors.counting()));
    }

    /// Milliseconds within which that share of the requests were over; 0 without any.
    public double percentile(double share) {
        var sorted = shots.stream().mapToDouble(Shot::millis).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) Math.floor(share * sorted.length))];
    }

    /// When each answered request was due, by its id, in seconds after the beginning.
    public Map<String, Double> answers() {
        return shots.stream()
                .filter(shot -> shot.status() == 200)
                .collect(Collectors.toMap(Shot::request, Shot::second, (first, _) -> first));
    }

    /// When they were due, in tenths of a second after the beginning, in order.
    public List<Long> moments() {
        return shots.stream()
                .map(shot -> Math.round(shot.second() * 10))
                .sorted()
                .toList();
    }

    /// Why some of it brought no answer: how many by status and kind of problem.
    public Map<String, Integer> failures() {
        Map<String, Integer> counts = new TreeMap<>();
        for (var shot : shots) {
            if (shot.status() != 200) {
                var type = TYPE.matcher(shot.failure());
                var kind = type.find() ? type.group(1) : shot.failure().replaceAll("\\d{4,}", "…");
                counts.merge(shot.status() + " " + kind.substring(0, Math.min(KIND, kind.length())), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// What was said instead of an answer, once for each status.
    public Collection<String> samples() {
        return shots.stream()
                .filter(shot -> shot.status() != 200)
                .collect(Collectors.toMap(Shot::status, Shot::failure, (first, _) -> first, TreeMap::new))
                .values();
    }

    /// How many answers came from whom, and what was said instead of the first that failed.
    @Override
    public String toString() {
        Map<String, Integer> counts = new TreeMap<>();
        for (var shot : shots) {
            counts.merge(shot.status() == 200 ? shot.provider() : "status " + shot.status(), 1, Integer::sum);
        }
        var failure = shots.stream()
                .filter(shot -> shot.status() != 200)
                .map(Shot::failure)
                .findFirst();
        return counts + failure.map(first -> ", such as " + first).orElse("");
    }
}
