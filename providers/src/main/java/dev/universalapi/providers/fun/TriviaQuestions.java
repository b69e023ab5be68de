package dev.universalapi.providers.fun;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions for a quiz, others each time.
@Operation(path = "fun/trivia", summary = "Random questions for a quiz")
public record TriviaQuestions(
        @About("how many questions: all of them, or none when there are not so many")
        @Range(min = 1, max = 50)
        @Default("10")
        @Example("10")
        int limit,

        @About("how hard they are; any when left out") @Nullable
        Difficulty difficulty,

        @About("how they are answered; either way when left out") @Nullable
        QuestionKind kind,

        @About("a category's id, as fun/trivia-categories tells it; any when left out")
        @Matches("[A-Za-z0-9_-]{1,40}")
        @Nullable
        String category)
        implements Query<TriviaQuestions.Answer> {

    /// As many as were asked for.
    public record Answer(@About("in no order") List<Question> questions) {
        public Answer {
            questions = List.copyOf(questions);
        }
    }

    /// One question and what may be answered.
    public record Question(
            @About("the question") String text,

            @About("what it is about, by the category's name")
            String category,

            @About("how hard it is") Difficulty difficulty,
            @About("how it is answered") QuestionKind kind,
            @About("the right answer") String correctAnswer,
            @About("the wrong ones, at least one") List<String> incorrectAnswers) {
        public Question {
            incorrectAnswers = List.copyOf(incorrectAnswers);
        }
    }
}
