package dev.universalapi.engine.page;

import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Reads `page`.
public final class PageReader {
    private final Yaml.Entries operation;
    private final Mistakes mistakes;

    public PageReader(Yaml.Entries operation, Mistakes mistakes) {
        this.operation = operation;
        this.mistakes = mistakes;
    }

    /// The component of a query that says how long a list may be, where the contract has one.
    public static Optional<Component> limit(Shape.RecordOf query) {
        return query.component("limit")
                .filter(component -> component.shape() instanceof Shape.One one && one.scalar() == Scalar.INT);
    }

    /// Whether its answers can come page by page: lists of records that change nothing, as long as their query says.
    public static boolean pages(OperationType type) {
        return type.kind() == Kind.QUERY
                && type.form() == Form.RECORD
                && limit(type.query()).isPresent();
    }

    /// How the list comes page by page, where the operation says so.
    ///
    /// @param used the names that stand in its requests
    public Optional<Paging> read(OperationType type, Set<String> used) {
        if (!(operation.find("page").orElse(null) instanceof Yaml.Entries page)) {
            return Optional.empty();
        }
        var limit = limit(type.query());
        if (!pages(type)) {
            mistakes.add(operation.line("page"), noPages(type), "leave `page` out");
        }
        var holes = new HashSet<>(Paging.HOLES);
        holes.retainAll(used);
        if (holes.contains("token") && page.find("next").isEmpty()) {
            mistakes.add(operation.line("page"), "nothing says where the `{token}` comes from", "write `next: /…`");
        }
        if (!holes.contains("token") && page.find("next").isPresent()) {
            mistakes.add(page.line("next"), "the token of `next` is never sent", "write `{token}` where it goes");
        }
        var max = Integer.parseInt(page.text("max").orElse("1"));
        return limit.map(component -> new Paging(max, component, holes));
    }

    private static String noPages(OperationType type) {
        if (type.kind() == Kind.COMMAND) {
            return "what is done has no pages";
        }
        return switch (type.form()) {
            case BINARY -> "bytes have no pages";
            case STREAM -> "a stream has no pages";
            case RECORD -> "the contract has no `limit`, so its lists have no pages";
        };
    }
}
