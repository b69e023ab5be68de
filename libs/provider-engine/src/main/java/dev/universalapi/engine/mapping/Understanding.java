package dev.universalapi.engine.mapping;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.Budget;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.body.Tree;
import dev.universalapi.engine.body.UnreadableException;
import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.spending.Spending;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is made of a response: an answer, or one outcome of the taxonomy.
///
/// @param refusals in the order in which they count
/// @param answering what makes the answer where nothing refuses
/// @param spending what a call takes, which the response may tell
public record Understanding(Reads reads, List<Refusal> refusals, Answering answering, Spending spending) {
    private static final int UNKNOWN = 404;
    private static final Shape TEXT = new Shape.One(Scalar.TEXT);
    private static final int LONGEST_MESSAGE = 500;

    /// Reads a response. Never throws, whatever the response.
    public Reading read(Record query, Known known, EgressResponse response) {
        try {
            return understand(query, known, response);
        } catch (Budget.SpentException e) {
            return new Reading.Failure(Outcome.MALFORMED, e.getMessage());
        } catch (RuntimeException e) {
            return new Reading.Failure(Outcome.MALFORMED, "the contract refuses the answer: " + e.getMessage());
        }
    }

    /// Makes the answer of the query alone.
    public Reading compose(Record query) {
        return read(query, Known.NOTHING, new EgressResponse(200, Map.of(), new byte[0]));
    }

    private Reading understand(Record query, Known known, EgressResponse response) {
        var status = response.status();
        var alone = Refusal.alone(status, status == UNKNOWN && answering.post(query));
        Tree tree = Tree.NOTHING;
        String unreadable = null;
        try {
            tree = Bodies.read(
                    status,
                    response.body(),
                    reads,
                    response.header("content-type").orElse(""));
        } catch (UnreadableException e) {
            unreadable = e.why();
        }
        var scope = Scope.answer(tree.top(), tree.markup(), response.headers(), query, known);
        for (var rule : refusals) {
            if ((unreadable == null || !rule.when().needsBody()) && rule.when().holds(status, alone, scope)) {
                return rule.as() == Outcome.EMPTY
                        ? new Reading.Answer(Outcome.EMPTY, answering.empty(), 0)
                        : new Reading.Failure(
                                rule.as(),
                                rule.message()
                                        .map(message -> text(message, scope))
                                        .orElse(null));
            }
        }
        if (alone != Outcome.OK) {
            return new Reading.Failure(alone, alone == Outcome.MALFORMED ? "status " + status : null);
        }
        var made = answering.make(query, response, scope, unreadable);
        return made instanceof Reading.Answer answer ? answer.spending(spending.after(scope)) : made;
    }

    private static @Nullable String text(Expression message, Scope scope) {
        return message.find(scope, value -> Readers.read(value, TEXT, scope)) instanceof Found.Value(String text)
                ? text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text
                : null;
    }
}
