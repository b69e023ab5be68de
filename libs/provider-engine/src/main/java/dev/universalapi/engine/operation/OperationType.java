package dev.universalapi.engine.operation;

import dev.universalapi.engine.input.Input;
import dev.universalapi.engine.shape.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of an operation: read once from its query record, then asked often.
public final class OperationType {
    private final Operation operation;
    private final Shape.RecordOf query;
    private final Shape.RecordOf answer;
    private final Schemas schemas;
    private final Input input;

    OperationType(Operation operation, Shape.RecordOf query, Shape.RecordOf answer) {
        this.operation = operation;
        this.query = query;
        this.answer = answer;
        this.schemas = Schemas.of(query, answer);
        this.input = Input.of(query, Binding::preset);
    }

    /// `category/operation`, as in addresses and manifests.
    public String path() {
        return operation.path();
    }

    /// The part of the path before the slash: also a Java package and a part of every address.
    public String category() {
        return path().substring(0, path().indexOf('/'));
    }

    /// The part of the path after the slash.
    public String name() {
        return path().substring(path().indexOf('/') + 1);
    }

    public String summary() {
        return operation.summary();
    }

    public int version() {
        return operation.version();
    }

    /// What people read about it at length: `@About` on the query record, where it has one.
    public @Nullable String about() {
        var about = query.type().getAnnotation(About.class);
        return about == null ? null : about.value();
    }

    public Class<? extends Record> queryType() {
        return query.type();
    }

    public Class<? extends Record> answerType() {
        return answer.type();
    }

    /// The query, component by component.
    public Shape.RecordOf query() {
        return query;
    }

    /// The answer, component by component.
    public Shape.RecordOf answer() {
        return answer;
    }

    /// Its two JSON Schemas.
    public Schemas schemas() {
        return schemas;
    }

    /// The query that is asked for every query that means the same: on the grid, sorted, as the contract declares.
    public Record canonical(Record asked) {
        return input.canonical(asked);
    }

    /// One text for all queries that mean the same, another for every other.
    public String meaning(Record asked) {
        return input.text(asked);
    }

    /// Makes a query of the parameters of an address, or tells everything that is wrong with them.
    public Binding bind(Map<String, List<String>> parameters) {
        return Binding.of(this, parameters);
    }

    /// A query's components by name, in their order, as an object for people and receipts; what is null is left
    /// out.
    public Map<String, Object> describe(Record asked) {
        return query.values(asked);
    }

    @Override
    public String toString() {
        return path();
    }
}
