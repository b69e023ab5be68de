package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.trial.Draft;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong stops the load, with file and line, and with what to write instead.
class ManifestTests {
    private static final String OPERATIONS = "operations:\n  trial/any:\n    get: /x\n    answer:\n      text: /t\n";

    @Test
    void readsAProvider() {
        var provider = Draft.provider("""
                name: Acme
                home: https://acme.example/docs
                terms: { commercial: restricted, cache: true, attribution: Data by Acme }
                base: https://api.acme.example/v1
                auth: { query: { key: $ACME_KEY, app: $ACME_APP or none } }
                headers: { Accept: application/json, X-Demo: $ACME_DEMO or demo }
                quota: [ 600/minute, 500 characters/day America/Los_Angeles, 3/month ]
                quota-headers:
                  - { remaining: X-Left, reset: X-Reset | epoch-s }
                  - { unit: characters, remaining: X-Characters }
                operations:
                  trial/any:
                    get: /x
                    answer: { text: /t }
                    cache: 10m
                """);

        assertThat(provider.terms()).isEqualTo(new Terms(Terms.Commercial.RESTRICTED, true, "Data by Acme"));
        assertThat(provider.home()).hasToString("https://acme.example/docs");
        assertThat(provider.base()).hasToString("https://api.acme.example/v1");
        assertThat(provider.credentialNames()).containsExactly("ACME_APP", "ACME_DEMO", "ACME_KEY");
        assertThat(provider.keyless()).isFalse();
        assertThat(provider.missing(Secrets.of(null))).hasValue("ACME_KEY");
        assertThat(provider.missing(Secrets.sandbox())).isEmpty();
        assertThat(provider.quota())
                .containsExactly(
                        new Quota(600, "requests", Quota.Period.MINUTE, ZoneOffset.UTC),
                        new Quota(500, "characters", Quota.Period.DAY, ZoneId.of("America/Los_Angeles")),
                        new Quota(3, "requests", Quota.Period.MONTH, ZoneOffset.UTC));
        assertThat(provider.quotaHeaders()).hasSize(2);
        assertThat(provider.offer("trial/any").orElseThrow().cache()).hasValue(Duration.ofMinutes(10));
        assertThat(provider.offer("trial/none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    name: Acme ¦ # ¦ 2: `name` is missing in the manifest; write `name: …`, as people read it
                    name: Acme ¦ name: '' ¦ 1: `name` is ``; write `name: …`, as people read it
                    https://acme.example ¦ http://acme.example ¦ 2: `home` is `http://acme.example`; write `home: https://…`, the page that people open
                    https://acme.example ¦ https://acme{}.example ¦ 2: `home` is no address; write `home: https://…`
                    commercial: allowed ¦ commercial: maybe ¦ 3: `commercial` is `maybe`; write `commercial: allowed`, `restricted` or `forbidden`
                    cache: true ¦ cache: no ¦ 3: `cache` is not of its kind; write `cache: true` or `cache: false`
                    , cache: true ¦ ¦ 3: `cache` is missing in `terms`; write `cache: true` or `cache: false`
                    auth: none ¦ auth: some ¦ 5: `auth` is `some`; write `auth: none` or one of query, header, bearer, basic, path, oauth2-client
                    auth: none ¦ auth: { bearer: $ACME_A, basic: $ACME_B } ¦ 5: `auth` has 2 kinds; keep one of query, header, bearer, basic, path, oauth2-client
                    auth: none ¦ auth: { bearer: ACME_KEY } ¦ 5: `auth` has no secret in `Bearer ACME_KEY`; write $ACME_KEY where the key goes
                    auth: none ¦ auth: { bearer: $OTHER_KEY } ¦ 5: `$OTHER_KEY` is not this provider's; begin the name with ACME_
                    auth: none ¦ auth: { bearer: $ACMES_KEY } ¦ 5: `$ACMES_KEY` is not this provider's; begin the name with ACME_
                    auth: none ¦ auth: { header: { Host: $ACME_KEY } } ¦ 5: `Host` is no header that may be set; leave it out
                    auth: none ¦ auth: { magic: x } ¦ 5: `magic` is no word of `auth`; use query, header, bearer, basic, path, oauth2-client
                    auth: none ¦ auth: { bearer: $ACME_K }\\nheaders: { authorization: x } ¦ 6: `authorization` is set twice; leave it to `auth`, or write it once
                    auth: none ¦ auth: none\\nheaders: { Cookie: x } ¦ 6: `Cookie` is no header that may be set; leave it out
                    auth: none ¦ auth: none\\nheaders: { "a b": x } ¦ 6: `a b` is no header that may be set; leave it out
                    auth: none ¦ auth: none\\nheaders: { A: "x\\\\ny" } ¦ 6: the text holds a line break; write one line
                    auth: none ¦ auth: none\\nquota: [ 5/year ] ¦ 6: there is no period `year`; use second, minute, hour, day or month
                    auth: none ¦ auth: none\\nquota: [ 5/day Mars ] ¦ 6: there is no time zone `Mars`; write one such as America/Los_Angeles
                    auth: none ¦ auth: none\\nquota: [ 5/minute UTC ] ¦ 6: a minute has no time zone; leave it out
                    auth: none ¦ auth: none\\nquota: [ many ] ¦ 6: `many` is no quota; write `100/minute` or `500 characters/day America/Los_Angeles`
                    auth: none ¦ auth: none\\nquota: [ 5/day ]\\nquota-headers: { unit: tokens, remaining: X } ¦ 7: `quota` has no unit `tokens`; write one of its units, or a quota in it
                    auth: none ¦ auth: none\\nquota: [ 5/day ]\\nquota-headers: { reset: X or Y } ¦ 7: `X or Y` tells no reset; write a header's name, and ` | epoch-s` or ` | epoch-ms` for a moment
                    auth: none ¦ auth: none\\ntables: { t: { A: 1, B: 1.0 } } ¦ 6: `1.0` stands in the table t twice; leave one out
                    auth: none ¦ auth: none\\ntables: { t: { A: else, B: else } } ¦ 6: `else` stands alone, and once; write one `OURS: else`
                    auth: none ¦ auth: none\\ntables: { t: { A: 1 } } ¦ 6: the table t is never used; write ` | table:t`, or leave it out
                    auth: none ¦ auth: none\\nrefuse: { when: /e, as: odd } ¦ 6: `odd` is no outcome of `as`; use one of invalid-input, not-found, empty, dead-key, rate-limited, quota-spent, unavailable, blocked
                    auth: none ¦ auth: none\\nrefuse: { when: e, as: empty } ¦ 6: `e` is no condition; write a status, `/a`, `no /a`, or `/a = x, y`
                    auth: none ¦ auth: none\\nrefuse: { when: '/e = x,,y', as: empty } ¦ 6: `x,,y` is no list of values; write x, y, and quote one with a comma: "x, y"
                    auth: none ¦ auth: none\\nrefuse: { as: empty } ¦ 6: `when` is missing in `refuse`; write `when:` with a status, `/a`, `no /a`, or `"/a = x, y"`
                    auth: none ¦ auth: none\\nnever: 1 ¦ 6: `never` is no word of the manifest; use name, home, terms, base, auth, headers, quota, quota-headers, tables, refuse, operations
                    auth: none ¦ auth: &a none ¦ 5: anchors are not used here; leave `&a` out
                    auth: none ¦ auth: *a ¦ 5: aliases are not used here; write the value again
                    auth: none ¦ auth: !!str none ¦ 5: tags are not used here; leave the `!` out, or quote the text
                    auth: none ¦ auth: none\\nauth: none ¦ 6: `auth` stands here twice; leave one out
                    auth: none ¦ auth: none\\n--- ¦ 6: there is a second document; write one file each
                    https://api.acme.example/v1 ¦ https://10.0.0.1 ¦ 4: `https://10.0.0.1` cannot be reached: its host must be a public name, not an address; write https://host[/path]
                    https://api.acme.example/v1 ¦ https://api.acme.example/v1/ ¦ 4: the path of `base` ends with `/` or holds `..`; leave that out
                    https://api.acme.example/v1 ¦ https://api.acme.example/../x ¦ 4: the path of `base` ends with `/` or holds `..`; leave that out
                    https://api.acme.example/v1 ¦ api.acme.example ¦ 4: `api.acme.example` is no base; write https://host[/path], or $NAME or https://host[/path]
                    https://api.acme.example/v1 ¦ $OTHER_URL or https://api.acme.example ¦ 4: `$OTHER_URL` is not this provider's; begin the name with ACME_
                    https://api.acme.example/v1 ¦ https://x{text}.acme.example ¦ 4: `https://x{text}.acme.example` cannot be reached: a hole must be the whole leftmost label of the host; write https://host[/path]
                    https://api.acme.example/v1 ¦ https://{text}.a.example ¦ 4: the hole in `base` may be missing; end it with ` or =…`
                    """)
    void refusesAProvider(String from, String to, String expected) {
        var change = to == null ? "" : to.replace("\\n", "\n").replace("\\\n", "\\n");
        var manifest = Draft.HEAD.replace(from, change) + OPERATIONS;

        assertThat(Draft.errors(manifest)).contains("acme/provider.yml:" + expected);
    }

    @Test
    void takesTheOnlyUnitOfTheQuotaForItsHeaders() {
        var provider = Draft.provider(
                Draft.HEAD + "quota: [ 50 points/day ]\nquota-headers: { remaining: X-Left }\n" + OPERATIONS);

        assertThat(provider.quotaHeaders()).extracting(Quota.Header::unit).containsExactly("points");
    }

    @Test
    void refusesAKeyThatWouldTravelUnencrypted() {
        var manifest = Draft.HEAD.replace("https://api", "http://api").replace("none", "{ bearer: $ACME_KEY }");

        assertThat(Draft.errors(Draft.HEAD.replace("https://api", "http://api") + OPERATIONS))
                .isEmpty();
        assertThat(Draft.errors(manifest + OPERATIONS))
                .containsExactly(
                        "acme/provider.yml:4: a key would travel unencrypted; write https://, or `auth: none`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    get: /x\\nanswer: { text: /t }\\nfirst: { get: /y } ¦ 10: `take` is missing in `first`; write
                    adapter: Chat ¦ 8: there is no adapter `Chat`; write a final class of that name that implements Adapter
                    get: /x\\nreads: yaml\\nanswer: { text: /t } ¦ 9: `reads` is `yaml`; write `reads: json`, xml, csv, text, binary or nothing
                    get: /x\\npost: /x\\nanswer: { text: /t } ¦ 9: there is `get` and `post`; keep one
                    query: { a: b }\\nanswer: { text: =t } ¦ 8: `query` needs a call; write `get` or `post`, or leave it out
                    get: /x\\nform: { a: b }\\nanswer: { text: /t } ¦ 9: `form` cannot go with `get`; write `post`
                    get: /x\\njson: { a: b }\\nanswer: { text: /t } ¦ 9: `json` cannot go with `get`; write `post`
                    post: /x\\njson: { a: b }\\nform: { a: b }\\nanswer: { text: /t } ¦ 10: there is `form` and `json`; keep one
                    get: x\\nanswer: { text: /t } ¦ 8: the path `x` does not begin with `/`; write `/x`
                    get: /x?a=b\\nanswer: { text: /t } ¦ 8: the path holds what does not belong there; write parameters under `query`, and percent-encode the rest
                    get: /x/../y\\nanswer: { text: /t } ¦ 8: the path holds `..`; write where it leads
                    get: "/x/{text}"\\nanswer: { text: /t } ¦ 8: a hole in the path may be missing; end it with ` or =…`
                    get: "/x/$ACME_K or none"\\nanswer: { text: /t } ¦ 8: a secret in the path may be missing; leave ` or none` out
                    get: "/x/{nope}"\\nanswer: { text: /t } ¦ 8: the query has no `nope`; use one of text, whole, real, exact, truth, at, day, year, link, mood, tags
                    get: /x\\nquery: { a: "{/b}" }\\nanswer: { text: /t } ¦ 9: `/b` cannot stand here; use a name of the query
                    get: /x\\nquery: { a: "{text | plain}" }\\nanswer: { text: /t } ¦ 9: `plain` would change what a user wrote; leave it out
                    get: /x\\nquery: { a: "{text" }\\nanswer: { text: /t } ¦ 9: a hole has no end; write `}`, or a blank behind a `{` that begins none
                    get: /x\\nquery: { a: $BCME_KEY }\\nanswer: { text: /t } ¦ 9: `$BCME_KEY` is not this provider's; begin the name with ACME_
                    get: /x\\nquery: { a: }\\nanswer: { text: /t } ¦ 9: `a` is not of its kind; write `name: text`, and `""` for an empty text
                    get: /x\\naccepts: { nope: 1..2 }\\nanswer: { text: /t } ¦ 9: the query has no `nope`; use one of text
                    get: /x\\naccepts: { whole: few }\\nanswer: { text: /t } ¦ 9: `few` accepts nothing; write a..b, ..b, a.. or [ values ]
                    get: /x\\naccepts: { whole: 3..2 }\\nanswer: { text: /t } ¦ 9: `3..2` accepts nothing; write the lesser bound first
                    get: /x\\naccepts: { mood: 1..2 }\\nanswer: { text: /t } ¦ 9: `mood` has no size; write [ values ]
                    get: /x\\naccepts: { mood: [ odd ] }\\nanswer: { text: /t } ¦ 9: `odd` is none of the constants of `mood`; use those of the contract
                    get: /x ¦ 7: `answer` is missing in `trial/any`; write `answer:` and below it the contract's components
                    get: /x\\nanswer: { nope: /t } ¦ 9: the contract has no `nope` in trial/any; use one of text
                    get: /x\\nanswer: { text: t } ¦ 9: `t` is no source; begin an address with `/` and a fixed text with `=`, or put a hole into it
                    get: /x\\nanswer: { text: $ACME_KEY } ¦ 9: a secret may not stand in an answer; leave it out
                    get: /x\\nanswer: { text: "/a | odd" } ¦ 9: there is no converter `odd`; use number, scale
                    get: /x\\nanswer: { text: "/a | upper:x" } ¦ 9: `upper` takes no argument; write `upper` alone
                    get: /x\\nanswer: { text: "/a | join" } ¦ 9: `join` needs an argument; write `join:…`
                    get: /x\\nanswer: { text: '/a | join:", ' } ¦ 9: `",` has no end; write "…"
                    get: /x\\nanswer: { text: "/a | none:a b" } ¦ 9: `a b` is no argument; write one word, or quote it: "…"
                    get: /x\\nanswer: { text: "/a | table:t" } ¦ 9: there is no table `t`; write it under `tables`
                    get: /x\\nanswer: { exact: "/a | scale:x" } ¦ 9: `x` is no factor; write a number, as in `scale:0.001`
                    get: /x\\nanswer: { day: "/a | date:yyyy-ww" } ¦ 9: `yyyy-ww` is no date pattern; use y M d H m s S E X, and other letters within '…'
                    get: /x\\nanswer: { at: "/a | zone:Mars" } ¦ 9: there is no time zone `Mars`; write one such as Europe/Paris, or the address of one
                    get: /x\\nanswer: { at: "/a | epoch-s | zone:UTC" } ¦ 9: `epoch-s` gives a moment, which has no zone; leave `zone` out
                    get: /x\\nanswer: { text: "/a | epoch-s" } ¦ 9: `epoch-s` does not make what trial/any.text is; end with a converter that does
                    get: /x\\nanswer: { mood: "/a | number" } ¦ 9: `number` does not make what trial/any.mood is; end with a converter that does
                    get: /x\\nanswer: { text: "/a | split:;" } ¦ 9: `split` does not make what trial/any.text is; end with a converter that does
                    get: /x\\nanswer: { text: /a/* } ¦ 9: a `*` finds a list, and trial/any.text is none; add ` | join:", "`, or take one by its index
                    get: /x\\nanswer: { text: key } ¦ 9: `key` stands outside of `entries`; use an address
                    get: /x\\nanswer: { text: "none | upper" } ¦ 9: `none` is not converted; write ` or none` last
                    get: /x\\nanswer: { text: "/a//b" } ¦ 9: `/a//b` has an empty step; write one `/` between names
                    get: /x\\nanswer: { text: "/a[b]" } ¦ 9: `a[b]` selects nothing; write `name[member=value]`
                    get: /x\\nanswer: { list: /*/*/* } ¦ 9: `/*/*/*` is too long; an address has at most 16 steps and 2 `*`
                    get: /x\\nanswer: { text: /a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q } ¦ 9: `/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q` is too long
                    get: /x\\nanswer: { text: /a or /a or /a or /a or /a or /a or /a or /a or /a } ¦ 9: there are more than 8 alternatives; keep the ones that occur
                    get: /x\\nanswer: { text: /a | upper | upper | upper | upper | upper | upper | upper } ¦ 9: there are more than 6 converters; one step less
                    get: /x\\nanswer: { text: { each: /a } } ¦ 9: trial/any.text is no record; write an expression
                    get: /x\\ncache: 5x\\nanswer: { text: /t } ¦ 9: `cache` is `5x`; write `cache: 30s`, `10m`, `6h` or `7d`
                    post: /x\\nonce: true\\ncache: 5m\\nanswer: { text: /t } ¦ 10: what is done `once` is not cached; leave `cache` out
                    """)
    void refusesAnOperation(String body, String expected) {
        var errors = Draft.errorsOf("trial/any", body.replace("\\n", "\n"));

        assertThat(errors).anyMatch(error -> error.startsWith("acme/provider.yml:" + expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    places: /a\\nnamed: none ¦ 10: trial/places.places holds records; write a mapping with `each`, `entries` or `columns`
                    named: none ¦ 10: `places` of trial/places is required; write `places: …`
                    places: { name: /a, height: /b }\\nnamed: none ¦ 10: trial/places.places needs one address of its elements; write `each: /…`, `entries: /…` or `columns: /…`
                    places: none\\nnamed: { each: /a, name: /a, height: /b } ¦ 11: trial/places.named needs one address of its elements; write `entries: /…`
                    places: { each: /a, name: /a }\\nnamed: none ¦ 10: `height` of trial/places.places is required; write `height: …`
                    places: { each: =x, name: /a, height: /b }\\nnamed: none ¦ 10: `each` of trial/places.places is no address; write an address, and ` or none` where it may be absent
                    places: { each: /a | upper, name: /a, height: /b }\\nnamed: none ¦ 10: `each` of trial/places.places is no address
                    places: { entries: /*, name: /a, height: /b }\\nnamed: none ¦ 10: `entries` of trial/places.places finds several; leave the `*` out
                    places: { each: /a, name: key, height: /b }\\nnamed: none ¦ 10: `key` stands outside of `entries`; use an address
                    places: { each: /a, name: "//b/* | join:x", height: /b }\\nnamed: none ¦ 10: `//b/*` would be searched for every element; inside a list `//` takes neither `*` nor a select
                    places: { each: /a, name: "//b[c=d]/e", height: /b }\\nnamed: none ¦ 10: `//b[c=d]/e` would be searched for every element
                    places: { each: /a, name: none, height: /b }\\nnamed: none ¦ 10: trial/places.places.name is required and cannot be none; write ` or =…`, or leave ` or none` out
                    places: { each: /a, name: /b or none, height: /b }\\nnamed: none ¦ 10: trial/places.places.name is required and cannot be none
                    """)
    void refusesAList(String answer, String expected) {
        var errors = Draft.errorsOf(
                "trial/places",
                "get: /x\nanswer:\n" + answer.replace("\\n", "\n").indent(2));

        assertThat(errors).anyMatch(error -> error.startsWith("acme/provider.yml:" + expected));
    }

    @Test
    void refusesAnOperationThatNobodyDeclared() {
        assertThat(Draft.errorsOf("trial/nope", "get: /x\nanswer: { text: /t }"))
                .containsExactly(
                        "acme/provider.yml:6: there is no contract `trial/nope`; use one of trial/any, trial/listing, trial/places, trial/single"
                                .replace(":6:", ":7:"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(Draft.errorsOf(
                        "trial/single",
                        "get: /x\nrefuse: { when: /e, as: empty }\nanswer: { id: /i, number: /n, inner: { a: /a } }"))
                .containsExactly("acme/provider.yml:9: an answer cannot be empty: `id` is required; use not-found");
        assertThat(Draft.errors(Draft.HEAD.replace("cache: true", "cache: false") + OPERATIONS + "    cache: 5m\n"))
                .containsExactly("acme/provider.yml:11: the terms say `cache: false`; leave `cache` out");
        assertThat(Draft.errors(Draft.HEAD + "tables: { t: { GOOD: 1, ODD: 2, WORSE: else } }\n"
                        + OPERATIONS.replace("text: /t", "mood: /t | table:t")))
                .containsExactly(
                        "acme/provider.yml:11: `ODD` of the table t is no constant of trial/any.mood; use GOOD, VERY_BAD, OTHER",
                        "acme/provider.yml:11: `WORSE` of the table t is no constant of trial/any.mood; use GOOD, VERY_BAD, OTHER");
        assertThat(Draft.errors(Draft.HEAD + "# x\n".repeat(90) + OPERATIONS))
                .containsExactly(
                        "acme/provider.yml:1: the manifest is larger than 64 KiB or longer than 90 lines; write shorter tables, or split the provider");
        assertThat(Draft.errors(""))
                .containsExactly("acme/provider.yml:1: the file is empty; write at least its required words");
        assertThat(Draft.errors("a: {"))
                .singleElement()
                .asString()
                .startsWith("acme/provider.yml:1: this is no YAML: ");
        assertThat(Draft.errors("a: " + "[".repeat(50) + "]".repeat(50)))
                .singleElement()
                .asString()
                .contains("deeper than 40");
        assertThat(Draft.errors("? [a]\n: b")).singleElement().asString().contains("a name must be one word or text");
        assertThat(Draft.errors("- a")).isNotEmpty();
        var table = new StringBuilder("tables:\n  t: { OTHER: [ 0");
        for (int i = 1; i <= 500; i++) {
            table.append(", ").append(i);
        }
        assertThat(Draft.errors(Draft.HEAD + table + " ] }\n" + OPERATIONS.replace("text: /t", "mood: /t | table:t")))
                .containsExactly(
                        "acme/provider.yml:7: the table t has more than 500 entries; leave out what `else` can take");
    }
}
