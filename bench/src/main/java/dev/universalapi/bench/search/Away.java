package dev.universalapi.bench.search;

import dev.universalapi.bench.search.Desk.Source;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Each source away in turn, half of all providers, all of them: what is missing is said, and only where nobody is left
/// there is no answer.
final class Away implements Scene {
    private static final double NEARLY = 0.05;

    private final Phrases phrases;

    Away(Phrases phrases) {
        this.phrases = phrases;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Sources away");
        var desk = new Desk(stage.fresh());
        try (var world = new World(stage)) {
            var known = known(desk);
            report.figure("sources that are asked", known.keySet());
            report.check("there are many", known.size() > 12, known.keySet().toString());
            inTurn(report, desk, world, known);
            shares(report, desk, world);
            half(report, desk, world);
            all(report, desk, world);
        }
        var well = desk.askAll(phrases.text());
        report.check("afterwards everything is searched again", Desk.coverage(well) == 1, well.toString());
    }

    /// What to search so that a source is asked among others, by source.
    private Map<String, Topic> known(Desk desk) throws IOException, InterruptedException {
        var known = new LinkedHashMap<String, Topic>();
        for (var topic : Topic.values()) {
            var answer = desk.askAll(topic.about(phrases));
            if (answer.status() != 200) {
                throw new IOException(topic + " finds nothing: " + answer);
            }
            var sources = Desk.sources(answer);
            sources.stream().filter(Source::answered).forEach(source -> known.putIfAbsent(source.operation(), topic));
        }
        return known;
    }

    private void inTurn(Report report, Desk desk, World world, Map<String, Topic> known)
            throws IOException, InterruptedException {
        var broken = new ArrayList<String>();
        for (var source : known.entrySet()) {
            world.away(source.getKey());
            var answer = desk.askAll(source.getValue().about(phrases));
            world.mend();
            if (!onlyMissing(answer, source.getKey())) {
                broken.add(source.getKey() + ": " + shown(answer));
            }
        }
        report.checkAll("a source that is away is told, and nothing else is missing", known.size(), broken);
    }

    // what is missing without one is what it makes of the whole: all of them together are the whole
    private void shares(Report report, Desk desk, World world) throws IOException, InterruptedException {
        var text = phrases.several();
        var sources = Desk.sources(desk.askAll(text));
        var sum = 0.0;
        for (var source : sources) {
            world.away(source.operation());
            sum += 1 - Desk.coverage(desk.askAll(phrases.again(text)));
            world.mend();
        }
        report.figure(
                "sources of five things at once",
                sources.stream().map(Source::operation).toList());
        report.check("the shares of all sources in what is covered make 1", Math.abs(sum - 1) < NEARLY, "" + sum);
    }

    // alone it is all there was, and then there is no answer
    private static boolean onlyMissing(Caller.Answer answer, String operation) {
        return answer.status() == 200
                ? right(answer)
                        && Desk.sources(answer).stream()
                                .allMatch(source ->
                                        source.missing() == source.operation().equals(operation))
                : allAway(answer);
    }

    private void half(Report report, Desk desk, World world) throws IOException, InterruptedException {
        world.away(world.half());
        var wrong = new ArrayList<String>();
        var lowest = 1.0;
        for (var topic : Topic.values()) {
            var answer = desk.askAll(topic.about(phrases));
            lowest = Math.min(lowest, answer.status() == 200 ? Desk.coverage(answer) : 0);
            if (answer.status() == 200 ? !right(answer) : !allAway(answer)) {
                wrong.add(topic + ": " + shown(answer));
            }
        }
        world.mend();
        report.figure("lowest coverage with half of the providers away", lowest);
        report.checkAll(
                "half of the providers away: every topic says how much was searched", Topic.values().length, wrong);
    }

    private void all(Report report, Desk desk, World world) throws IOException, InterruptedException {
        world.away(world.providers());
        var wrong = new ArrayList<String>();
        for (var topic : Topic.values()) {
            var answer = desk.askAll(topic.about(phrases));
            if (answer.status() == 200 ? !right(answer) : !allAway(answer)) {
                wrong.add(topic + ": " + answer);
            }
        }
        var unheard = desk.askAll(phrases.text());
        world.mend();
        report.checkAll("all providers away: that is what is said", Topic.values().length, wrong);
        report.check("and a text of nothing known is a problem that says so", allAway(unheard), unheard.toString());
    }

    /// Everything is covered where nobody is missing, and something is where somebody is.
    private static boolean right(Caller.Answer answer) {
        var sources = Desk.sources(answer);
        var coverage = Desk.coverage(answer);
        return sources.stream().noneMatch(Source::missing)
                ? coverage == 1 || sources.stream().noneMatch(Source::answered)
                : coverage > 0
                        && coverage < 1
                        && sources.stream()
                                .filter(Source::missing)
                                .noneMatch(source -> source.reason().isEmpty());
    }

    private static boolean allAway(Caller.Answer answer) {
        return answer.status() >= 500
                && !problem(answer).isEmpty()
                && !answer.at("/detail").isEmpty();
    }

    private static String shown(Caller.Answer answer) {
        return "%d, coverage %s, %s %s"
                .formatted(answer.status(), Desk.coverage(answer), Desk.sources(answer), problem(answer));
    }

    private static String problem(Caller.Answer answer) {
        return answer.at("/type");
    }

    /// What can be searched, so that every category is asked at least once.
    private enum Topic {
        NOTHING_KNOWN("%s"),
        WEATHER("weather in Oslo and air quality in Oslo"),
        CRYPTO("bitcoin price and ethereum price history"),
        EXCHANGE("100 usd to eur"),
        STOCK("apple share price"),
        NEWS("news about %s"),
        KNOWLEDGE("what is %s"),
        PAPER("scientific studies about %s"),
        BOOK("books about %s"),
        FILM("films about %s"),
        MUSIC("songs about %s"),
        MEDIA("photos of %s"),
        FOOD("recipe with %s"),
        MEDICINE("side effects of %s"),
        COUNTRY("capital and population of Peru"),
        PLACE("where is %s"),
        TRANSLATION("translate %s into Spanish"),
        JOKE("tell me a joke"),
        FUN("a random cat picture, and a quiz question"),
        CODE("github repositories about %s"),
        NAME("age and nationality of the name Mathilde"),
        SPACE("astronomy picture of the day and asteroids"),
        SPORT("next matches of Arsenal"),
        TRAVEL("flights at airport CDG"),
        IP("where is 81.2.69.142"),
        SEVERAL("weather in Lyon, news about %1$s and books about %1$s");

        private final String about;

        Topic(String about) {
            this.about = about;
        }

        String about(Phrases phrases) {
            return about.formatted(phrases.text());
        }
    }
}
