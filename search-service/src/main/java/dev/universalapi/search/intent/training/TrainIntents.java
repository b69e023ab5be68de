package dev.universalapi.search.intent.training;

import dev.universalapi.contracts.house.Allowed;
import dev.universalapi.search.intent.classifier.Classifier;
import dev.universalapi.search.intent.classifier.Example;
import dev.universalapi.search.intent.classifier.ModelFile;
import dev.universalapi.search.intent.classifier.Training;
import dev.universalapi.search.intent.slot.Slots;
import dev.universalapi.search.intent.training.Examples.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Run by the build: learns what queries ask for, and writes the models beside the classes.
@Allowed(rule = "package-private", because = "the build runs it by its name, which takes a public class")
public final class TrainIntents {
    private static final int HELD = 10;
    private static final float FADING = 0.0002f;

    private TrainIntents() {}

    /// @param arguments the folder of the sets, and the folder to write to
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var queries = new ArrayList<>(Query.read(folder.resolve("training.tsv")));
        queries.addAll(Topics.read(folder.resolve("topics.tsv")));
        var lexicon = Lexicon.read(folder.resolve("lexicon.tsv"));
        var to = Files.createDirectories(Path.of(arguments[1]));
        var slots = Slots.load();
        var texts = Examples.texts(queries, lexicon);
        var intents = texts.stream().map(text -> Examples.intent(text, slots)).toList();
        var languages = texts.stream().map(Examples::language).toList();
        write(learn(Training.usual().fading(FADING), texts, intents), to.resolve("intents.model"));
        write(Training.ofTwo().learn(languages, 1), to.resolve("languages.model"));
    }

    /// How sure it may be is told by lines that it has not seen; then it learns from these too.
    private static Classifier learn(Training training, List<Text> texts, List<Example> examples) {
        var most = every(texts, examples, line -> line % HELD != 0);
        var held = every(texts, examples, line -> line % HELD == 0);
        return training.learn(examples, training.learn(most, held).temperature());
    }

    private static List<Example> every(List<Text> texts, List<Example> examples, IntPredicate wanted) {
        return IntStream.range(0, texts.size())
                .filter(at -> wanted.test(texts.get(at).line()))
                .mapToObj(examples::get)
                .toList();
    }

    private static void write(Classifier classifier, Path file) throws IOException {
        try (var stream = Files.newOutputStream(file)) {
            ModelFile.write(classifier, stream);
        }
    }
}
