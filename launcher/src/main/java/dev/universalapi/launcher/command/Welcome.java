package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.suite.Mode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// What is said when the suite is ready: where, how, and lines to paste.
///
/// @param keyFile where the operator's key is
record Welcome(URI gateway, Path keyFile, Mode.Choice mode) {
    private static final List<String> QUESTIONS = List.of(
            "/api/weather/current?latitude=48.85&longitude=2.35", "/api/exchange/latest?base=EUR", "/api/joke/random");

    void say(Terminal terminal) {
        terminal.say("");
        terminal.say("Universal API is ready at " + gateway);
        terminal.say("");
        terminal.say("  mode  " + mode.mode().label() + ", since " + mode.why()
                + (mode.mode() == Mode.SANDBOX ? "; every answer is a recorded sample and says so" : ""));
        terminal.say("  page  " + gateway.resolve("/docs"));
        terminal.say("");
        terminal.say("  export KEY=$(cat '" + keyFile + "')   # the operator's, or any other");
        for (var question : QUESTIONS) {
            terminal.say("  curl -H \"Authorization: Bearer $KEY\" '" + gateway + question + "'");
        }
        terminal.say("");
    }
}
