package dev.universalapi.engine.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTests {
    private static final int LARGE = 4 * 1024 * 1024;

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            a <b>bold</b> word                          ¦ a bold word
            in<b>li</b>ne, <p>block</p><div>by</div>s   ¦ inline, block by s
            <h1>One</h1>two<br>three<br/>four           ¦ One two three four
            <custom-tag a=b>x</custom-tag>y             ¦ xy
            <a title="x>y" href='z>'>link</a>           ¦ link
            <a b"c>d</a>                                ¦ d
            <a b = "c>d">e                              ¦ e
            x<!-- no > -- yes -->y<!doctype html><?pi?> ¦ xy
            x</>y</ z>                                  ¦ xy
            1 < 2 <3 and 4 > 3<                         ¦ 1 < 2 <3 and 4 > 3<
            a<script>if (1<2) "</b>"</SCRIPT >b<style>  ¦ a b
            <script/>x                                  ¦ §§
            x <unfinished                               ¦ x
            x<!-- unfinished                            ¦ x
            x<? unfinished                              ¦ x
            &lt;b&gt; &amp;amp; &eacute;&hellip;        ¦ <b> &amp; é…
            &#233;&#xE9;&#X1F600; a&nbsp;b              ¦ éé😀 a b
            &copy 2025, &amp&#38                        ¦ © 2025, &&
            &nope; & &; &# &#x; &#xg; &#1a; &hellip     ¦ &nope; & &; &# &#x; &#xg; &#1a; &hellip
            &#0;&#xd800;&#xdfff;&#x110000;&#4294967297; ¦ \ufffd\ufffd\ufffd\ufffd\ufffd
            §  a \t b  §                                ¦ a b
            """)
    void takesTagsOutDecodesEntitiesAndCollapsesBlanks(String html, String expected) {
        assertThat(PlainText.of(html)).isEqualTo(expected);
    }

    static Stream<String> bombs() {
        var many = Stream.of(
                "<",
                "&",
                "<b><p>",
                "<select><option>",
                "<b></p>",
                "<!--",
                "</",
                "<script>",
                "</scrip",
                "&a",
                "&#",
                "<a b=\"c",
                "<template>",
                "&#99999999999;");
        var attributes =
                IntStream.range(0, 400_000).mapToObj(i -> "a" + i + " ").toList();
        return Stream.concat(
                many.map(piece -> piece.repeat(LARGE / piece.length())),
                Stream.of("<b " + String.join("", attributes), "<script>" + "</scrip".repeat(LARGE / 8)));
    }

    // the time is no measure, but what notices a hang: a tree of the second of them takes minutes
    @ParameterizedTest(name = "{index}")
    @MethodSource("bombs")
    @Timeout(60)
    void endsWhateverTheHtml(String bomb) {
        assertThat(PlainText.of(bomb)).hasSizeLessThanOrEqualTo(bomb.length());
    }
}
