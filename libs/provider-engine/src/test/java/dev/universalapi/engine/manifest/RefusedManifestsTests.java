package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Corpus;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import dev.universalapi.engine.trial.Single;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that the language refuses, a row or more for each rule of its reference, with file and line. The rows are
/// in `refused.txt`, which says how it is read; what breaks the file itself is in the corpus of [HostileManifestTests].
class RefusedManifestsTests {
    private static final Operations OPERATIONS = Operations.of(
            AnyValue.class,
            Places.class,
            Single.class,
            Single.Listing.class,
            Nest.class,
            Deep.class,
            Pictures.class,
            Letters.class,
            Forms.class,
            Words.class);
    private static final String OPERATION = "operations:\n  trial/any:\n    get: /x\n    answer:\n      text: /t\n";

    /// A contract with a component that is a word of the language.
    @Operation(path = "trial/word", summary = "A word")
    public record Word(String name) implements Query<Word.Answer> {
        /// The word is within.
        public record Answer(List<Part> parts) {}

        /// It is `key`.
        public record Part(String key) {}
    }

    /// A contract with lists in a list.
    @Operation(path = "trial/nest", summary = "Lists in a list")
    public record Nest(String name) implements Query<Nest.Answer> {
        /// The outer list.
        public record Answer(List<Outer> outer) {}

        /// Has an inner one.
        public record Outer(List<Inner> inner) {}

        /// What is in it.
        public record Inner(String name) {}
    }

    /// A contract deeper than a manifest may be.
    @Operation(path = "trial/deep", summary = "Seven records deep")
    public record Deep(String name) implements Query<Deep.A> {
        public record A(B b) {}

        public record B(C c) {}

        public record C(D d) {}

        public record D(E e) {}

        public record E(F f) {}

        public record F(G g) {}

        public record G(String h) {}
    }

    /// Bytes, as many as one likes.
    @Operation(path = "roll/pictures", summary = "Pictures")
    public record Pictures(int limit) implements Query<Binary> {}

    /// Something to be done several times.
    @Operation(path = "roll/letters", summary = "Letters")
    public record Letters(int limit) implements Command<Letters.Answer> {

        /// What was done.
        public record Answer(String id) {}
    }

    /// Something to be done that brings bytes.
    @Operation(path = "roll/forms", summary = "Forms")
    public record Forms(int limit) implements Command<Binary> {}

    /// Parts, as many as one likes.
    @Operation(path = "roll/words", summary = "Words")
    public record Words(int limit) implements Query<Streamed<Words.Word>> {

        /// A part.
        public record Word(String text) {}
    }

    static List<Arguments> rows() {
        var rows = new ArrayList<Arguments>();
        var rule = "";
        for (var line : Corpus.text("manifest/refused.txt").lines().toList()) {
            if (line.startsWith("## ")) {
                rule = line.substring(3);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split(" ¦ ", 3);
                rows.add(Arguments.of(rule, parts[0], parts[1].replace('⏎', '\n'), parts[2]));
            }
        }
        return rows;
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("rows")
    void refuses(String rule, String where, String text, String expected) {
        var errors = Draft.errors(OPERATIONS, manifest(where, text));

        assertThat(errors).as(rule).anyMatch(error -> error.startsWith("acme/provider.yml:" + expected));
    }

    @Test
    void refusesAContractThatCallsAComponentAWord() {
        assertThatThrownBy(() -> Operations.of(Word.class)).hasMessageContaining("`key` is a word");
    }

    private static String manifest(String where, String text) {
        if (!where.equals("head")) {
            return Draft.HEAD + "operations:\n  " + where + ":\n" + text.indent(4);
        }
        var change = text.split(" ⇒ ?", 2);
        var usual = Draft.HEAD + OPERATION;
        assertThat(usual).contains(change[0]);
        return usual.replace(change[0], change[1]);
    }
}
