package dev.universalapi.search.intent.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.classifier.Tokens.Token;
import org.junit.jupiter.api.Test;

class TokensTests {
    @Test
    void partsAtApostrophesHyphensAndSigns() {
        var tokens = Tokens.of("l'été à Saint-Étienne: 12€/kg");

        assertThat(tokens)
                .extracting(Token::folded)
                .containsExactly("l", "ete", "a", "saint", "etienne", ":", "12", "€", "/", "kg");
    }

    @Test
    void tellWhereTheyStand() {
        var text = "le Cœur";

        var last = Tokens.of(text).getLast();

        assertThat(last).isEqualTo(new Token("coeur", 3, 7));
    }

    @Test
    void haveNoneInSpaceAndEmoji() {
        assertThat(Tokens.of(" 😀 … \uD800 ")).isEmpty();
    }
}
