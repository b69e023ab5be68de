package dev.universalapi.engine.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Single;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A manifest that names no usable adapter stops the load, with file and line.
class AdaptersTests {

    @Test
    void findsThoseBesideAnAnchor() {
        var mistakes = new Mistakes("acme/provider.yml");

        var found = new Adapters(Operations.beside(OddForm.class).classes())
                .find(new Yaml.Word("HeadlinePage", Yaml.Kind.TEXT, 3), mistakes);

        assertThat(found).containsInstanceOf(HeadlinePage.class);
        assertThat(mistakes.none()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    adapter: Nope                         ¦ 8: there is no adapter `Nope`; use one of HeadlinePage, Hidden, Needy, OddForm, Open, Sent
                    adapter: Single                       ¦ 8: there is no adapter `Single`; use one of HeadlinePage, Hidden, Needy, OddForm, Open, Sent
                    adapter: Open                         ¦ 8: the adapter `Open` cannot be made; make it final and not private, with a constructor without arguments
                    adapter: Hidden                       ¦ 8: the adapter `Hidden` cannot be made; make it final and not private, with a constructor without arguments
                    adapter: Needy                        ¦ 8: the adapter `Needy` cannot be made; make it final and not private, with a constructor without arguments
                    adapter: odd-form                     ¦ 8: `adapter` is `odd-form`; write `adapter: Name`, a final class
                    adapter: OddForm\\nget: /x            ¦ 9: `get` cannot go with `adapter`; leave it to OddForm, or leave `adapter` out
                    adapter: OddForm\\npost: /x           ¦ 9: `post` cannot go with `adapter`; leave it to OddForm
                    adapter: OddForm\\nquery: { a: b }    ¦ 9: `query` cannot go with `adapter`; leave it to OddForm
                    adapter: OddForm\\nform: { a: b }     ¦ 9: `form` cannot go with `adapter`; leave it to OddForm
                    adapter: OddForm\\njson: { a: b }     ¦ 9: `json` cannot go with `adapter`; leave it to OddForm
                    adapter: OddForm\\nreads: text        ¦ 9: `reads` cannot go with `adapter`; leave it to OddForm
                    adapter: OddForm\\nanswer: { id: /a } ¦ 9: `answer` cannot go with `adapter`; leave it to OddForm
                    adapter: OddForm\\nrefuse: { when: 456, as: blocked } ¦ 9: `refuse` cannot go with `adapter`; write it for the whole provider, or let OddForm tell
                    adapter: OddForm\\nfirst: { get: /y, take: { a: /a } } ¦ 9: `first` cannot go with `adapter`
                    adapter: OddForm\\nonce: true\\ncache: 5m ¦ 10: what is done `once` is not cached; leave `cache` out
                    """)
    void refusesAnOperation(String words, String expected) {
        var errors = Trials.errors(words.replace("\\n", "\n"));

        assertThat(errors).singleElement().asString().startsWith("acme/provider.yml:" + expected);
    }

    @Test
    void knowsTheCredentialsOfAProviderThatIsAskedByAdaptersOnly() {
        var provider = Trials.provider(Draft.HEAD.replace("none", "{ bearer: $ACME_KEY }"), "OddForm\nonce: true");

        assertThat(provider.credentialNames()).containsExactly("ACME_KEY");
        assertThat(provider.offers().getFirst().once()).isTrue();
        assertThat(provider.offers().getFirst().calls()).isTrue();
    }

    @Test
    void refusesANameThatTwoHave() {
        var mistakes = new Mistakes("acme/provider.yml");
        List<Class<?>> classes = List.of(OddForm.class, Other.OddForm.class, Single.class);

        var found = new Adapters(classes).find(new Yaml.Word("OddForm", Yaml.Kind.TEXT, 3), mistakes);

        assertThat(found).isEmpty();
        assertThat(mistakes.all()).containsExactly("acme/provider.yml:3: there are 2 adapters `OddForm`; rename one");
    }

    /// Where a second one lives.
    static final class Other {
        static final class OddForm extends Trials.Quiet {}
    }
}
