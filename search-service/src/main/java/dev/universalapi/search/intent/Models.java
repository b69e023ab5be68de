package dev.universalapi.search.intent;

import dev.universalapi.search.intent.classifier.Classifier;
import dev.universalapi.search.intent.classifier.ModelFile;
import dev.universalapi.search.intent.slot.Slots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// What must be loaded before queries are understood by more than words.
///
/// @param intents tells what a query asks for
/// @param languages tells the language of a query
record Models(Classifier intents, Classifier languages, Slots slots) {
    /// Where the build writes the models, in the class path.
    static final String FOLDER = "/intent/";

    /// Takes some CPU seconds.
    ///
    /// @throws UncheckedIOException a model is damaged
    static Models load() {
        return new Models(read("intents.model"), read("languages.model"), Slots.load());
    }

    private static Classifier read(String name) {
        var file = FOLDER + name;
        try (var stream = Objects.requireNonNull(Models.class.getResourceAsStream(file), file)) {
            return ModelFile.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
