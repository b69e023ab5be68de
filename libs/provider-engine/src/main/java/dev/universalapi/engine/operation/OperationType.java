package dev.universalapi.engine.operation;

import dev.universalapi.engine.binding.AddressBinder;
import dev.universalapi.engine.binding.Binder;
import dev.universalapi.engine.binding.BodyBinder;
import dev.universalapi.engine.input.Input;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.kind.Parts;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of an operation: read once from its query record, then asked often.
public final class OperationType {
    private final Operation operation;
    private final String path;
    private final Kind kind;
    private final Form form;
    private final Shape.RecordOf query;
    private final Shape.RecordOf answer;
    private final Schemas schemas;
    private final Input input;

    OperationType(Operation operation, Kind kind, Form form, Shape.RecordOf query, Shape.RecordOf answer) {
        this.operation = operation;
        this.path = operation.path();
        this.kind = kind;
        this.form = form;
        this.query = query;
        this.answer = answer;
        this.schemas = Schemas.of(query, answer, form);
        this.input = Input.of(query, Binding::preset);
    }

    /// `category/operation`, as in addresses and manifests.
    public String path() {
        return path;
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

    /// Whether it changes anything.
    public Kind kind() {
        return kind;
    }

    /// In what form its answer comes.
    public Form form() {
        return form;
    }

    public Class<? extends Record> queryType() {
        return query.type();
    }

    /// The answer; of a stream, one part.
    public Class<? extends Record> answerType() {
        return answer.type();
    }

    /// The query, component by component.
    public Shape.RecordOf query() {
        return query;
    }

    /// Whether a record is an answer to it: of a stream, all its parts.
    public boolean answers(Record value) {
        return switch (form) {
            case RECORD, BINARY -> answerType().isInstance(value);
            case STREAM -> value instanceof Parts(var parts) && parts.stream().allMatch(answerType()::isInstance);
        };
    }

    /// The answer, component by component; of a stream, one part. Of a binary it is the content type alone.
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
        return Binding.of(this, new AddressBinder(wanted(), parameters));
    }

    /// Makes a query of a JSON body, or tells everything that is wrong with it.
    public Binding bind(byte[] body) {
        return Binding.of(this, new BodyBinder(wanted(), body));
    }

    private Binder.Wanted wanted() {
        return new Binder.Wanted(path(), query, schemas.queryCheck(), OperationType::preset);
    }

    private static @Nullable String preset(Component component) {
        var preset = component.declared().getAnnotation(Default.class);
        return preset == null ? null : preset.value();
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
