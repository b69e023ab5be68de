package dev.universalapi.engine.expression;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.MistakeException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the expressions of one operation may speak of.
public final class Vocabulary {
    private final Shape.RecordOf query;
    private final Map<String, Table> tables;
    private final boolean request;
    private final Map<String, Expression.Told> told;
    private final Set<String> used;
    private final Set<String> usedTold;

    private Vocabulary(Vocabulary other, boolean request, Map<String, Expression.Told> told) {
        this.query = other.query;
        this.tables = other.tables;
        this.used = other.used;
        this.usedTold = other.usedTold;
        this.request = request;
        this.told = told;
    }

    private Vocabulary(Shape.RecordOf query, Map<String, Table> tables) {
        this.query = query;
        this.tables = tables;
        this.request = false;
        this.told = Map.of();
        this.used = new HashSet<>();
        this.usedTold = new HashSet<>();
    }

    /// For answers.
    public static Vocabulary of(Shape.RecordOf query, Map<String, Table> tables) {
        return new Vocabulary(query, tables);
    }

    /// The same words, for requests: only holes are expressions, and a body is not there yet.
    public Vocabulary forRequests() {
        return new Vocabulary(this, true, told);
    }

    /// The same words, and names for what a conversation knows beside the query; they come before the query's.
    public Vocabulary with(Collection<Expression.Told> names) {
        var all = new HashMap<>(told);
        names.forEach(name -> all.put(name.name(), name));
        return new Vocabulary(this, request, all);
    }

    boolean request() {
        return request;
    }

    /// The names of [#with] that were used, in whatever words were made of these.
    public Set<String> usedNames() {
        return usedTold;
    }

    /// What a bare name stands for.
    Expression.Source named(String name) throws MistakeException {
        var known = told.get(name);
        if (known == null) {
            return new Expression.Asked(component(name));
        }
        usedTold.add(name);
        return known;
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
