package dev.universalapi.engine.adapter;

import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Expressions;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.first.FirstReader;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.mapping.AnswerReader;
import dev.universalapi.engine.mapping.Answering;
import dev.universalapi.engine.mapping.Blob;
import dev.universalapi.engine.mapping.Mapped;
import dev.universalapi.engine.mapping.Onward;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.PageReader;
import dev.universalapi.engine.page.Paging;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.CallReader;
import dev.universalapi.engine.request.Texts;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/// Reads how an operation is asked by the words of its manifest, and what makes its answer.
public final class SpokenReader {
    private final String provider;
    private final OperationType type;
    private final Yaml.Entries operation;
    private final Mistakes mistakes;
    private final Vocabulary words;
    private final FirstReader before;

    /// @param words of the query
    public SpokenReader(
            String provider, OperationType type, Yaml.Entries operation, Vocabulary words, Mistakes mistakes) {
        this.provider = provider;
        this.type = type;
        this.operation = operation;
        this.mistakes = mistakes;
        this.words = words;
        this.before = new FirstReader(operation, type, mistakes);
    }

    /// How it is asked, and what makes the answer.
    ///
    /// @param way empty where the answer is made of the query alone, and where there are mistakes
    public record Side(Optional<Spoken> way, Reads reads, Answering answering) {}

    /// What was read.
    ///
    /// @param access empty where there are mistakes
    public Side read(Optional<Call.Access> access) {
        var first = access.flatMap(read -> before.read(read, texts(words), words));
        var call = access.flatMap(read -> new CallReader(operation, texts(answers())).read(read));
        var paging = new PageReader(operation, mistakes).read(type, words.usedNames());
        return new Side(call.map(read -> new Spoken(read, first, paging)), reads(call), answering(paging));
    }

    private Answering answering(Optional<Paging> paging) {
        var post = operation.find("post").isPresent();
        if (type.form() != Form.RECORD) {
            return new Blob(post);
        }
        var answer = new AnswerReader(answers(), mistakes, type.query())
                .read(type.path(), operation.entries("answer"), type.answer());
        return new Mapped(post, answer, paging.map(this::onward));
    }

    /// The words of the query, and what is taken from the call before.
    public Vocabulary answers() {
        return words.with(before.names());
    }

    // they hide the query's own `limit`, which may be more than a page holds
    private Texts texts(Vocabulary own) {
        var holes = operation.find("page").isEmpty()
                ? List.<Expression.Told>of()
                : Paging.HOLES.stream()
                        .map(name -> new Expression.Told(name, name.equals("token")))
                        .toList();
        return new Texts(mistakes, own.with(holes), provider);
    }

    private Reads reads(Optional<Call> call) {
        return call.isEmpty()
                ? Reads.NOTHING
                : operation.text("reads").flatMap(Reads::find).orElse(Reads.JSON);
    }

    private Onward onward(Paging paging) {
        var next = operation.entries("page").find("next");
        return new Onward(
                paging, next.flatMap(where -> mistakes.read(where, text -> Expressions.address(text, words))));
    }
}
