package dev.universalapi.search.fusion.trial;

import dev.universalapi.search.fusion.Fusion;
import dev.universalapi.search.fusion.Gist;
import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.fusion.Ranked;
import dev.universalapi.search.fusion.meaning.Meanings;
import dev.universalapi.search.intent.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Cuts Cranfield into ten providers by topic, each with one of three rankers, and judges the merged list of what they
/// find: nDCG at 10, and 1 is a perfect list.
final class MergeTrial {
    private static final int SHARDS = 10;
    private static final int PLACES = 10;
    private static final Duration ENDLESS = Duration.ofMinutes(1);
    private static final Duration BUDGET = Duration.ofMillis(40);

    /// What came out.
    ///
    /// @param bySourceRank all first places, then all second ones, and so on: what ranks alone can do
    /// @param words without meanings
    /// @param meanings with as many texts as are worth it
    /// @param inTime within 40 ms a question, of texts that were never seen
    /// @param vectorsInTime how many of them that was, on average
    /// @param millisInTime how long a question took then, on average
    record Result(
            int questions,
            double bySourceRank,
            double words,
            double meanings,
            double inTime,
            double vectorsInTime,
            double millisInTime) {}

    private final Cranfield cranfield;
    private final List<List<Hit>> pools;

    private MergeTrial(Cranfield cranfield, List<List<Hit>> pools) {
        this.cranfield = cranfield;
        this.pools = pools;
    }

    /// Writes the result as JSON.
    ///
    /// @param arguments the folder of the collection, the file to write
    static void main(String[] arguments) throws IOException {
        Files.writeString(
                Path.of(arguments[1]),
                JsonMapper.shared().writeValueAsString(in(Path.of(arguments[0])).run()));
    }

    static MergeTrial in(Path folder) throws IOException {
        var cranfield = Cranfield.in(folder);
        var topics = Topics.of(cranfield.texts(), SHARDS);
        var pools = new ArrayList<List<Hit>>();
        cranfield.questions().forEach(_ -> pools.add(new ArrayList<>()));
        for (var number = 0; number < SHARDS; number++) {
            var topic = number;
            var texts = IntStream.range(0, topics.length)
                    .filter(at -> topics[at] == topic)
                    .mapToObj(cranfield.texts()::get)
                    .toList();
            try (var shard = new Shard(number, texts)) {
                for (var at = 0; at < pools.size(); at++) {
                    pools.get(at).addAll(shard.search(cranfield.questions().get(at)));
                }
            }
        }
        return new MergeTrial(cranfield, pools);
    }

    Result run() {
        try (var none = Meanings.inThisProcess(0);
                var all = Meanings.inThisProcess(10_000)) {
            all.load().join();
            var words = judge(none, ENDLESS);
            var meanings = judge(all, ENDLESS);
            all.forget();
            var start = System.nanoTime();
            var vectors = 0;
            var inTime = 0.0;
            for (var at = 0; at < pools.size(); at++) {
                inTime += judge(at, rank(at, all, BUDGET)) / pools.size();
                vectors +=
                        all.known(pools.get(at).stream().map(Gist::of).toList()).size();
                all.forget();
            }
            var nanos = (double) (System.nanoTime() - start) / pools.size();
            return new Result(
                    pools.size(),
                    bySourceRank(),
                    words,
                    meanings,
                    inTime,
                    (double) vectors / pools.size(),
                    nanos / Duration.ofMillis(1).toNanos());
        }
    }

    private double bySourceRank() {
        return IntStream.range(0, pools.size())
                .mapToDouble(at -> judge(
                        at,
                        pools.get(at).stream()
                                .sorted(Comparator.comparingInt(Hit::rank))
                                .toList()))
                .average()
                .orElse(0);
    }

    private double judge(Meanings meanings, Duration budget) {
        return IntStream.range(0, pools.size())
                .mapToDouble(at -> judge(at, rank(at, meanings, budget)))
                .average()
                .orElse(0);
    }

    private List<Hit> rank(int question, Meanings meanings, Duration budget) {
        return new Fusion(meanings, InstantSource.system())
                        .rank(
                                cranfield.questions().get(question),
                                Language.EN,
                                pools.get(question),
                                Map.of("paper", 1.0),
                                PLACES,
                                budget)
                        .stream()
                        .map(Ranked::hit)
                        .toList();
    }

    private double judge(int question, List<Hit> hits) {
        var answers = cranfield.answers().getOrDefault(question + 1, Set.of());
        var gain = 0.0;
        var ideal = 0.0;
        for (var place = 0; place < PLACES; place++) {
            var worth = Math.log(2) / Math.log(place + 2.0);
            ideal += place < answers.size() ? worth : 0;
            gain += place < hits.size() && answers.contains(id(hits.get(place))) ? worth : 0;
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static String id(Hit hit) {
        return String.valueOf(hit.entity()).substring("cranfield:".length());
    }
}
