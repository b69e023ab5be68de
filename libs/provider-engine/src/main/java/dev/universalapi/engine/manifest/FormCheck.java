package dev.universalapi.engine.manifest;

import dev.universalapi.engine.adapter.Adapter;
import dev.universalapi.engine.adapter.StreamAdapter;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;

/// Whether the words of an operation fit the form of its answer.
final class FormCheck {

    private FormCheck() {}

    /// Of one that is asked by an adapter.
    static void adapted(OperationType type, Yaml where, Adapter adapter, Mistakes mistakes) {
        var streams = adapter instanceof StreamAdapter;
        if (streams != (type.form() == Form.STREAM)) {
            mistakes.add(
                    where.line(),
                    streams
                            ? where.text() + " reads parts, and " + type + " has none"
                            : type + " is answered in parts, which " + where.text() + " does not read",
                    streams ? "let it implement Adapter" : "let it implement StreamAdapter");
        }
    }

    /// Of one that is asked by the words of its manifest.
    static void spoken(OperationType type, Yaml.Entries operation, Reads reads, Mistakes mistakes) {
        switch (type.form()) {
            case RECORD -> {
                if (operation.find("answer").isEmpty()) {
                    mistakes.add(
                            operation.line("reads"),
                            type + " is answered by a record, which `reads: binary` cannot fill",
                            "write `answer:` and what the body is");
                }
            }
            case BINARY -> {
                if (reads != Reads.BINARY) {
                    mistakes.add(
                            operation.line(),
                            type + " is answered by bytes",
                            "write `get:` or `post:`, `reads: binary`, and no `answer`");
                } else if (operation.find("answer").isPresent()) {
                    mistakes.add(
                            operation.line("answer"),
                            "the body is the answer of `reads: binary`",
                            "leave `answer` out");
                }
            }
            case STREAM ->
                mistakes.add(
                        operation.line(),
                        type + " is answered in parts, which the language cannot say",
                        "write `adapter: Name`, a class that implements StreamAdapter");
        }
    }
}
