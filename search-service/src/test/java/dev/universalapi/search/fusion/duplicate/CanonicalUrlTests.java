package dev.universalapi.search.fusion.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTests {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, http://example.org/a",
        "https://example.org/a, https://WWW.Example.ORG:443/a",
        "https://example.org/a, https://m.example.org/a/",
        "https://example.org/a, https://example.org/a#part",
        "https://example.org/a, https://example.org/b/../a",
        "https://example.org/a, https://example.org/a?utm_source=x&utm_medium=y&fbclid=1",
        "https://example.org/a, https://amp.example.org/a/amp/",
        "https://example.org/a-b~c, https://example.org/a%2Db%7Ec",
        "https://example.org/%C3%A9, https://example.org/%c3%a9",
        "https://example.org/?a=1&b=2, https://example.org/?b=2&a=1&gclid=3",
        "https://example.org, https://example.org/"
    })
    void leadsToTheSamePage(URI one, URI other) {
        assertThat(CanonicalUrl.of(other)).isEqualTo(CanonicalUrl.of(one));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, https://example.org/A",
        "https://example.org/a, https://example.com/a",
        "https://example.org/a, https://example.org:8080/a",
        "https://example.org/#!/a, https://example.org/#!/b",
        "https://example.org/?id=1, https://example.org/?id=2",
        "https://example.org/a%2Fb, https://example.org/a/b",
        "https://m.fr/a, https://fr/a"
    })
    void leadsToAnotherPage(URI one, URI other) {
        assertThat(CanonicalUrl.of(other)).isNotEqualTo(CanonicalUrl.of(one));
    }

    @Test
    void takesWhatIsNoPageAsItIs() {
        assertThat(CanonicalUrl.of(URI.create("mailto:a@example.org"))).isEqualTo("mailto:a@example.org");
        assertThat(CanonicalUrl.of(URI.create("https://example.org/100%25"))).isEqualTo("example.org/100%25");
    }
}
