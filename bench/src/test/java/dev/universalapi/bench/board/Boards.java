package dev.universalapi.bench.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The boards of Grafana.
final class Boards {
    private static final JsonMapper JSON = new JsonMapper();

    private Boards() {}

    static List<JsonNode> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var boards = new ArrayList<JsonNode>();
            for (var file : files.sorted().toList()) {
                boards.add(JSON.readTree(Files.readString(file)));
            }
            if (boards.isEmpty()) {
                throw new IllegalStateException("there is no board in " + folder);
            }
            return boards;
        }
    }

    /// What the panels of a board ask for.
    static List<String> expressions(JsonNode board) {
        var expressions = new ArrayList<String>();
        for (var panel : board.path("panels")) {
            for (var target : panel.path("targets")) {
                expressions.add(target.path("expr").asString());
            }
        }
        return expressions;
    }
}
