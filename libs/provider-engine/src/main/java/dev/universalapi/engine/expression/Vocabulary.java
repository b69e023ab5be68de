package dev.universalapi.engine.expression;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.MistakeException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the expressions of one operation may speak of.
public final class Vocabulary {
    private final Shape.RecordOf query;
    private final Map<String, Table> tables;
    private final boolean request;
    private final Set<String> used;

    private Vocabulary(Shape.RecordOf query, Map<String, Table> tables, boolean request, Set<String> used) {
        this.query = query;
        this.tables = tables;
        this.request = request;
        this.used = used;
    }

    /// For answers.
    public static Vocabulary of(Shape.RecordOf query, Map<String, Table> tables) {
        return new Vocabulary(query, tables, false, new HashSet<>());
    }

    /// The same words, for requests: only holes are expressions, and a body is not there yet.
    public Vocabulary forRequests() {
        return new Vocabulary(query, tables, true, used);
    }

    boolean request() {
        return request;
    }

    /// The names of the tables that were used.
    public Set<String> usedTables() {
        return used;
    }

    Table table(String name) throws MistakeException {
        var table = tables.get(name);
        if (table == null) {
            throw new MistakeException(
                    "there is no table `" + name + "`",
                    tables.isEmpty() ? "write it under `tables`" : "use one of " + String.join(", ", tables.keySet()));
        }
        used.add(name);
        return table;
    }

    Component component(String name) throws MistakeException {
        var names = query.components().stream().map(Component::name).toList();
        return query.component(name)
                .orElseThrow(() -> new MistakeException(
                        "the query has no `" + name + "`",
                        names.isEmpty() ? "it has no component at all" : "use one of " + String.join(", ", names)));
    }
}
