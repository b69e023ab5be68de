package dev.universalapi.engine.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            a <b>bold</b> word                          ¦ a bold word
            in<b>li</b>ne, <p>block</p><div>by</div>s   ¦ inline, block by s
            <h1>One</h1>two<br>three<br/>four           ¦ One two three four
            <custom-tag a=b>x</custom-tag>y             ¦ xy
            <a title="x>y" href='z>'>link</a>           ¦ link
            x<!-- no > -- yes -->y                      ¦ xy
            1 < 2 <3 and 4 > 3                          ¦ 1 < 2 <3 and 4 > 3
            a<script>if (1<2) "</b>"</SCRIPT >b         ¦ a b
            x<!-- unfinished                            ¦ x
            &lt;b&gt; &amp;amp; &eacute;&hellip;        ¦ <b> &amp; é…
            &#233;&#xE9;&#X1F600; a&nbsp;b              ¦ éé😀 a b
            &copy 2025, &amp&#38                        ¦ © 2025, &&
            §  a \t b  §                                ¦ a b
            """)
    void takesTagsOutDecodesEntitiesAndCollapsesBlanks(String html, String expected) {
        assertThat(PlainText.of(html)).hasValue(expected);
    }

    @Test
    void readsTextOfAnyLengthAndHtmlUpToItsLimit() {
        var plain = "a ".repeat(PlainText.LONGEST);

        assertThat(PlainText.of(plain)).hasValue(plain.strip());
        assertThat(PlainText.of("<".repeat(PlainText.LONGEST))).isPresent();
        assertThat(PlainText.of("<".repeat(PlainText.LONGEST + 1))).isEmpty();
    }

    static Stream<String> bombs() {
        return Stream.of(
                        "<",
                        "&",
                        "<b><p>",
                        "<div>",
                        "<table><b>",
                        "<select><option>",
                        "<b></p>",
                        "<!--",
                        "</",
                        "<script>",
                        "</scrip",
                        "&#99999999999;")
                .map(piece -> piece.repeat(PlainText.LONGEST / piece.length()));
    }

    // the time is no measure, but what notices a hang
    @ParameterizedTest(name = "{index}")
    @MethodSource("bombs")
    @Timeout(60)
    void endsWhateverTheHtml(String bomb) {
        assertThat(PlainText.of(bomb))
                .hasValueSatisfying(text -> assertThat(text).hasSizeLessThanOrEqualTo(bomb.length()));
    }
}
