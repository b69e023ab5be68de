package dev.universalapi.bench.search;

import dev.universalapi.bench.search.Heard.Ear;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What nobody searches in earnest: never a 5xx, never long, never more than was asked for, and nothing comes back in
/// a form that somebody could take for something else.
final class Abuse implements Scene {
    private static final long LONGEST_MILLIS = 2_000;
    /// Longer ones are refused, which is quick.
    private static final int SEARCHED = 400;
    private static final int MOST_BYTES = 1 << 20;
    private static final String FORGED = "forged-by-abuse";

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Abuse");
        var desk = new Desk(stage.gateway());
        var wrong = new ArrayList<String>();
        var slowest = 0L;
        var texts = texts();
        for (var text : texts.entrySet()) {
            var whole = text.getValue();
            for (var sent : new TreeSet<>(List.of(whole, whole.substring(0, Math.min(SEARCHED, whole.length()))))) {
                var answer = desk.ask(Map.of("query", sent));
                slowest = Math.max(slowest, answer.millis());
                fault(answer).ifPresent(why -> wrong.add(text.getKey() + ": " + why + ": " + answer));
            }
        }
        for (var body : bodies()) {
            var answer = desk.send(body.getBytes(StandardCharsets.UTF_8));
            if (answer.status() != 400 && answer.status() != 413 && answer.status() != 422) {
                wrong.add(shown(body) + ": " + answer);
            }
        }
        for (var path : paths()) {
            var answer = stage.gateway().get(path);
            fault(answer).ifPresent(why -> wrong.add(path + ": " + why + ": " + answer));
        }
        report.figure("slowest, ms", slowest);
        report.checkAll(
                "bounded, no 5xx, JSON that is no page", texts.size() + bodies().size() + paths().size(), wrong);
        tooLong(report, desk);
        stream(report, stage);
    }

    private static Optional<String> fault(Caller.Answer answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var json = type.startsWith("application/json") || type.startsWith("application/problem+json");
        var plain = answer.headers().map().keySet().stream()
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("x-forged"));
        if (answer.status() >= 500 || answer.status() == 0) {
            return Optional.of("5xx");
        } else if (!json || answer.body().isMissingNode() || !plain) {
            return Optional.of("no plain JSON but " + type);
        } else if (answer.millis() > LONGEST_MILLIS) {
            return Optional.of(answer.millis() + " ms");
        } else if (answer.text().length() > MOST_BYTES) {
            return Optional.of(answer.text().length() + " bytes");
        }
        return answer.at("/data/query").codePoints().anyMatch(Abuse::isHidden)
                ? Optional.of("what nobody sees comes back")
                : Optional.empty();
    }

    private static boolean isHidden(int point) {
        return Character.isISOControl(point) || point == 0x200B || point == 0x202E || point == 0xFEFF;
    }

    private static void tooLong(Report report, Desk desk) throws Exception {
        var answer = desk.ask(Map.of("query", "q".repeat(10 * 1024)));
        report.check(
                "10 KB are refused as an invalid parameter",
                answer.status() == 400 && answer.at("/type").endsWith("/invalid-parameter"),
                answer.toString());
    }

    // a query that looks like an event must not become one
    private static void stream(Report report, Stage stage) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var heard =
                    new Ear(http, stage.suite()).listen("weather\n\nevent: " + FORGED + "\ndata: {}\n\nid: 9\r\n\r\n");
            report.check(
                    "a query that looks like an event becomes none",
                    heard.status() < 500
                            && heard.events().stream()
                                    .noneMatch(event -> event.name().equals(FORGED)),
                    heard.toString());
        }
    }

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("longest", "weather ".repeat(250));
        texts.put("right to left", "الطقس في باريس غدا");
        texts.put("turned around", "weather \u202Eniarb\u202C in Lyon");
        texts.put("zero width", "wea\u200Bther in L\uFEFFyon\u200D\u2060");
        texts.put("only zero width", "\u200B\u200B\u200D");
        texts.put("emoji", "🌦️ 👨‍👩‍👧‍👦 in 🇫🇷 Lyon 😀".repeat(20));
        texts.put("marks", "e" + "\u0301".repeat(500));
        texts.put("ligatures", "\uFDFA".repeat(300));
        texts.put("SQL", "'; DROP TABLE users; -- ' OR 1=1");
        texts.put("HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>");
        texts.put("template", "${jndi:ldap://127.0.0.1/a} {{7*7}} #{7*7} %00 %n%s");
        texts.put("header", "Lyon\r\nX-Forged: yes\r\n\r\n<html>");
        texts.put("control", "a\u0000b\u0007c\u001B[31m");
        texts.put("lone half", "weather \uD800 in Lyon");
        texts.put("path", "../../../../etc/passwd file:///etc/passwd");
        texts.put("address", "http://169.254.169.254/latest/meta-data/");
        texts.put("fifty intents", fifty());
        texts.put("commas", ",".repeat(1_999) + "a");
        texts.put("and", "a and ".repeat(300));
        texts.put("same letter", "a".repeat(1_999) + "!");
        texts.put("digits", "9".repeat(2_000));
        texts.put("dots", "1.".repeat(1_000));
        texts.put("colons", "1:".repeat(1_000));
        texts.put("amounts", "1 000,00 ".repeat(220));
        texts.put("brackets", "(".repeat(1_000) + ")".repeat(1_000));
        texts.put("addresses", "1.1.1.1 ".repeat(240));
        texts.put("dates", "2026-11-26 ".repeat(180));
        texts.put("apostrophes", "l'".repeat(1_000));
        texts.put("dashes", "saint-".repeat(333));
        texts.put("blanks", " ".repeat(1_000) + "a" + "\u00A0".repeat(900));
        texts.put("Lucene", "title:(a OR b~2) AND \"c d\"~10 +[* TO *] /((a+)+)+$/");
        return texts;
    }

    private static String fifty() {
        return "weather in Lyon, bitcoin price, a joke, news, capital of Peru, ".repeat(10);
    }

    private static List<String> bodies() {
        return List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"query\":",
                "{\"query\":null}",
                "{\"query\":\"\"}",
                "{\"query\":\"   \"}",
                "{\"query\":{\"a\":1}}",
                "{\"query\":[\"a\"]}",
                "{\"query\":\"a\",\"limit\":0}",
                "{\"query\":\"a\",\"limit\":-1}",
                "{\"query\":\"a\",\"limit\":1000000000000}",
                "{\"query\":\"a\",\"limit\":\"many\"}",
                "{\"query\":\"a\",\"deadlineMillis\":1}",
                "{\"query\":\"a\",\"deadlineMillis\":100000000}",
                "{\"query\":\"a\",\"language\":\"xx\"}",
                "{\"query\":\"a\",\"categories\":[\"no-such-thing\"]}",
                "{\"query\":\"a\",\"categories\":\"weather\"}",
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000));
    }

    private static List<String> paths() {
        return List.of(
                "/api/search/quick",
                "/api/search/quick?q=",
                "/api/search/quick?q=%ff%fe",
                "/api/search/quick?q=%00",
                "/api/search/quick?q=a&q=b",
                "/api/search/quick?q=" + "a".repeat(4_000),
                "/api/search/suggest",
                "/api/search/suggest?q=%3Cscript%3E",
                "/api/search/suggest?q=" + "l".repeat(2_000),
                "/api/search/stream?q=");
    }

    private static String shown(String body) {
        return body.length() > 60 ? body.substring(0, 60) + "…" : body;
    }
}
