package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.trial.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the language refuses beyond its forms, a line for each rule; the rest is in [ManifestTests] and in the corpus
/// of [HostileManifestTests].
class RefusedManifestTests {
    private static final String OPERATION = "operations:\n  trial/any:\n    get: /x\n    answer: { mood: /t }\n";

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

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
                    https://api ¦ https://{text}.{mood} ¦ 4: `https://{text}.{mood}.acme.example/v1` cannot be reached
                    https://api.acme.example/v1 ¦ https://{text}.example ¦ 4: `https://{text}.example` cannot be reached: a hole needs two fixed labels behind it
                    auth: none ¦ auth: { path: $ACME_KEY or none } ¦ 5: a secret in the path may be missing; leave ` or none` out
                    auth: none ¦ auth: none\\nquota: [ 5/day ]\\nquota-headers: { remaining: X or Y } ¦ 7: `X or Y` is no header's name; write one such as X-RateLimit-Remaining
                    """)
    void refusesAProvider(String from, String to, String expected) {
        var manifest = Draft.HEAD.replace(from, to.replace("\\n", "\n")) + OPERATION;

        assertThat(Draft.errors(manifest)).anyMatch(error -> error.startsWith("acme/provider.yml:" + expected));
    }

    @Test
    void refusesAnyKeyThatWouldTravelUnencrypted() {
        var head = Draft.HEAD.replace("https://api", "http://api");

        assertThat(Draft.errors(head + "headers: { X-Key: $ACME_KEY }\n" + OPERATION))
                .containsExactly(
                        "acme/provider.yml:6: a key would travel unencrypted; write https:// in `base`, or leave it out");
        assertThat(Draft.errors(head + OPERATION + "    query: { k: $ACME_KEY }\n"))
                .singleElement()
                .asString()
                .contains("a key would travel unencrypted");
    }

    @Test
    void refusesATableThatFeedsAnEnumWhateverIsDoneToItsLetters() {
        var manifest = Draft.HEAD + "tables: { t: { ODD: 1 } }\n" + OPERATION.replace("/t", "/t | table:t | lower");

        assertThat(Draft.errors(manifest))
                .containsExactly(
                        "acme/provider.yml:10: `ODD` of the table t is no constant of trial/any.mood; use GOOD, VERY_BAD, OTHER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
                    spends: { points: 2 } ¦ neither `quota` nor `cost` has the unit `points`; leave it out
                    cost: 1 USD/10 tokens\\nspends: { tokens: 2, points: 2 } ¦ neither `quota` nor `cost` has the unit `points`; use one of tokens
                    cost: 1 USD\\nspends: { requests: many } ¦ `many` is no amount; write a whole number
                    cost: 1 USD\\nspends: { requests: "{text}$ACME_KEY" } ¦ `{text}$ACME_KEY` is no amount
                    cost: 1 USD\\nspends: { requests: /a/* } ¦ `/a/*` finds several; leave the `*` out
                    cost: 1 USD\\nspends: { requests: 1.5 } ¦ `requests` is not of its kind; write a whole number
                    cost: 1 USD\\nspends: { requests: -1 } ¦ `requests` is `-1`; write a whole number
                    cost: 5 ¦ `cost` is not of its kind; write `cost: 0.03 USD`
                    cost: cheap ¦ `cheap` is no price; write `0.03 USD` or `20 USD/1000000 characters`
                    cost: 5 EUR ¦ prices are compared in US dollars, and `5 EUR` is in EUR; write what it is in USD
                    cost: 1 USD/3 tokens\\nspends: { tokens: 2 } ¦ `1 USD/3 tokens` makes a price for one that never ends; write it for 1000 or 1000000
                    cost: 1 USD/10 tokens ¦ nothing says how many tokens a call takes; write `spends: { tokens: … }`
                    accepts: { whole: 1.2.3..4 } ¦ `1.2.3..4` has a bound that is no number; write it in plain digits
                    """)
    void refusesAnOperation(String words, String expected) {
        var errors = Draft.errorsOf("trial/any", "get: /x\nanswer: { text: /t }\n" + words.replace("\\n", "\n"));

        assertThat(errors).anyMatch(error -> error.matches("acme/provider.yml:[0-9]+: .*") && error.contains(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
                    "{text | plain}" ¦ `plain` would change what a user wrote; leave it out
                    "by {text} | plain" ¦ `plain` would change what a user wrote; leave it out
                    """)
    void refusesToChangeWhatAUserWrote(String expression, String expected) {
        assertThat(Draft.errorsOf("trial/any", "get: /x\nanswer: { text: " + expression + " }"))
                .containsExactly("acme/provider.yml:9: " + expected);
    }

    @Test
    void refusesAListInAListThatBeginsAtTheTop() {
        var manifest = Draft.HEAD + "operations:\n  trial/nest:\n    get: /x\n    answer:\n"
                + "      outer: { each: /a, inner: { each: //b, name: /n } }\n";

        assertThat(Draft.errors(Operations.of(Nest.class), manifest))
                .containsExactly(
                        "acme/provider.yml:10: a list in a list begins at the top; begin it at the element, with one `/`");
    }

    @Test
    void refusesAnAnswerDeeperThanSixMappings() {
        var manifest = Draft.HEAD + "operations:\n  trial/deep:\n    get: /x\n    answer:\n"
                + "      b: { c: { d: { e: { f: { g: { h: /x } } } } } }\n";

        assertThat(Draft.errors(Operations.of(Deep.class), manifest))
                .containsExactly("acme/provider.yml:10: the answer is deeper than 6 mappings; write it flatter");
    }

    @Test
    void refusesAContractThatCallsAComponentAWord() {
        assertThatThrownBy(() -> Operations.of(Word.class)).hasMessageContaining("`key` is a word");
    }
}
