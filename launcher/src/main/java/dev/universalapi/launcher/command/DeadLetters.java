package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.operator.Operator;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows what could not be handled, and has it handled again: asks the suite that runs, as any operator may.
public final class DeadLetters implements Command {
    private static final String PATH = "/api/operations/dead-letters";
    private static final String ALL = "--all";
    private static final List<String> KINDS = List.of("--topic", "--type", "--cause");

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of(ALL), Set.of(HOME, "--topic", "--type", "--cause"));
        var home = Command.home(arguments);
        var request = request(arguments);
        var state = State.running(Suite.stateFile(home))
                .orElseThrow(() -> new LauncherException("Nothing runs; ./universal up starts it"));
        return ask(Operator.of(home, state), request, terminal);
    }

    /// What is asked.
    ///
    /// @param method of HTTP
    /// @param path with its query
    record Request(String method, String path) {}

    static Request request(Arguments arguments) {
        var words = arguments.words();
        var kind = kind(arguments);
        return switch (words.isEmpty() ? "list" : words.getFirst()) {
            case "list" -> new Request("GET", PATH + kind);
            case "show" -> new Request("GET", PATH + "/" + id(words));
            case "replay" ->
                arguments.has(ALL)
                        ? new Request("POST", PATH + "/replay" + kind)
                        : new Request("POST", PATH + "/" + id(words) + "/replay");
            default -> throw new LauncherException("dead-letters takes list, show ID, replay ID or replay --all");
        };
    }

    private static String id(List<String> words) {
        if (words.size() != 2) {
            throw new LauncherException(words.getFirst() + " takes the id of one letter; list shows them");
        }
        return encoded(words.get(1));
    }

    private static String kind(Arguments arguments) {
        return KINDS.stream()
                .flatMap(flag -> arguments.value(flag).map(value -> flag.substring(2) + "=" + encoded(value)).stream())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static int ask(Operator operator, Request asked, Terminal terminal) {
        var accept = asked.path().startsWith(PATH + "/") ? "application/json" : "text/plain";
        var answer = operator.ask(asked.method(), asked.path(), accept);
        Stream.of(answer.text().split("\\R")).forEach(terminal::say);
        return answer.isGood() ? 0 : 1;
    }
}
