package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.trial.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused of `oauth2-client`, `first` and `page`, each with file, line and what to write instead.
class RefusedPagingTests {
    private static final Operations ROLLS = Operations.of(Pictures.class, Letters.class, Forms.class, Words.class);
    private static final String SECRETS = "id: $ACME_ID, secret: $ACME_SECRET";

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

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            { id: $ACME_ID, secret: $ACME_SECRET }                             ¦ `token` is missing in `oauth2-client`; write `token: https://host/path`
            { token: "https://t.example/t", secret: $ACME_SECRET }             ¦ `id` is missing in `oauth2-client`; write `id: $NAME`
            { token: "https://t.example/t", id: $ACME_ID }                     ¦ `secret` is missing in `oauth2-client`; write `secret: $NAME`
            { token: "https://t.example/t", id: acme, secret: $ACME_SECRET }   ¦ `auth` has no secret in `acme`; write $ACME_KEY where the key goes
            { token: "https://t.example/t", id: $ACME_ID, secret: hush }       ¦ `auth` has no secret in `hush`; write $ACME_KEY where the key goes
            { token: "https://t.example/t", id: $OTHER_ID, secret: $ACME_S }   ¦ `$OTHER_ID` is not this provider's; begin the name with ACME_
            { token: "http://t.example/t", SECRETS }                           ¦ `http://t.example/t` is no address of tokens; write https://host/path
            { token: "https://t.example/t?a=b", SECRETS }                      ¦ `https://t.example/t?a=b` is no address of tokens; write https://host/path
            { token: "https://$ACME_HOST/t", SECRETS }                         ¦ `https://$ACME_HOST/t` is no address of tokens; write https://host/path
            { token: "https://10.0.0.1/t", SECRETS }                           ¦ `https://10.0.0.1/t` cannot be reached: its host must be a public name, not an address; write https://host/path
            { token: "https://t.example:8443/t", SECRETS }                     ¦ `https://t.example:8443/t` cannot be reached: it must not name a port; write https://host/path
            { token: "https://t.example/t", SECRETS, grant: password }         ¦ `grant` is no word of `oauth2-client`; use token, id, secret, scope
            $ACME_KEY                                                          ¦ `oauth2-client` is not of its kind; write `oauth2-client: { token: https://…, id: $NAME, secret: $NAME }`
            """)
    void refusesAClient(String client, String expected) {
        var auth = "{ oauth2-client: " + client.replace("SECRETS", SECRETS) + " }";
        var manifest = Draft.HEAD.replace("none", auth)
                + "operations:\n  trial/any:\n    get: /x\n    answer:\n      text: /t\n";

        assertThat(Draft.errors(manifest)).contains("acme/provider.yml:5: " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            first: { get: /y }                                             ¦ `take` is missing in `first`; write `take: { name: /a/b }`
            first: { get: /y, take: {} }                                   ¦ `take` is `a mapping`; write `take: { name: /a/b }`
            first: { take: { a: /a } }                                     ¦ `first` has no call; write `get` or `post` in it
            first: { get: /y, post: /y, take: { a: /a } }                  ¦ there is `get` and `post`; keep one
            first: { get: /y, json: { a: b }, take: { a: /a } }            ¦ `json` cannot go with `get`; write `post`
            first: { get: /y, take: { text: /a } }                         ¦ `text` is a name of the query already; take it by another name
            first: { get: /y, take: { token: /a } }                        ¦ `token` is a name of the query already; take it by another name
            first: { get: /y, take: { a: a } }                             ¦ `a` is no source; begin an address with `/` and a fixed text with `=`, or put a hole into it
            first: { get: "/y/{a}", take: { a: /a } }                      ¦ the query has no `a`; use one of text, whole, real, exact, truth, at, day, year, link, mood, tags
            first: { get: /y, take: { a: "{b}", b: /b } }                  ¦ the query has no `b`; use one of text, whole, real, exact, truth, at, day, year, link, mood, tags
            first: { get: /y, reads: nothing, take: { a: /a } }            ¦ `reads` is `nothing`; write `reads: json`, xml, csv or text
            first: { get: /y, refuse: { when: 400, as: empty }, take: { a: /a } } ¦ `refuse` is no word of `first`; use get, post, query, form, json, reads, take
            first: { get: /y, take: { a: $ACME_KEY } }                     ¦ a secret may not stand in an answer; leave it out
            page: { max: 5 }                                               ¦ the contract has no `limit`, so its lists have no pages; leave `page` out
            page: {}                                                       ¦ `max` is missing in `page`; write `max:` with the most elements of a page
            page: { max: 0 }                                               ¦ `max` is `0`; write `max:` with the most elements of a page
            page: { max: 5, size: 3 }                                      ¦ `size` is no word of `page`; use max, next
            query: { a: "{offset}" }                                       ¦ the query has no `offset`; use one of text, whole, real, exact, truth, at, day, year, link, mood, tags
            """)
    void refusesAnOperation(String words, String expected) {
        var errors = Draft.errorsOf("trial/any", words + "\nget: /x\nanswer: { text: /t }\n");

        assertThat(errors).contains("acme/provider.yml:8: " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            query: { t: "{token}" }\\npage: { max: 5 }              ¦ 9: nothing says where the `{token}` comes from; write `next: /…`
            query: { p: "{page}" }\\npage: { max: 5, next: /n }     ¦ 9: the token of `next` is never sent; write `{token}` where it goes
            query: { t: "{token}" }\\npage: { max: 5, next: n }     ¦ 9: `n` is no address; begin it with `/`
            get: "/{token}"\\npage: { max: 5, next: /n }            ¦ 8: a hole in the path may be missing; end it with ` or =…`
            """)
    void refusesPages(String words, String expected) {
        var text = words.replace("\\n", "\n");
        var errors = Draft.errorsOf(
                "trial/places",
                text + (text.startsWith("get") ? "" : "\nget: /x")
                        + "\nanswer:\n  places: { each: /p, name: /n, height: /h }\n"
                        + "  named: { entries: /m, name: /n, height: /h }\n");

        assertThat(errors).contains("acme/provider.yml:" + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            roll/pictures ¦ get: /x  ¦ reads: binary       ¦ bytes have no pages
            roll/letters  ¦ post: /x ¦ answer: { id: /id } ¦ what is done has no pages
            roll/forms    ¦ post: /x ¦ reads: binary       ¦ what is done has no pages
            roll/words    ¦ get: /x  ¦ answer: { text: /t } ¦ a stream has no pages
            """)
    void refusesPagesOfWhatIsNoList(String operation, String call, String reads, String expected) {
        var manifest = Draft.HEAD
                + "operations:\n  %s:\n    %s\n    query: { n: \"{page}\" }\n    page: { max: 5 }\n    %s\n"
                        .formatted(operation, call, reads);

        assertThat(Draft.errors(ROLLS, manifest)).contains("acme/provider.yml:10: " + expected + "; leave `page` out");
    }

    @Test
    void refusesACallBeforeNone() {
        var errors = Draft.errorsOf("trial/any", "first: { get: /y, take: { a: /a } }\nanswer: { text: \"{a}\" }\n");

        assertThat(errors)
                .contains("acme/provider.yml:8: `first` needs a call behind it; write `get` or `post` below it");
    }
}
