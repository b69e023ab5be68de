package dev.universalapi.search;

import dev.universalapi.search.fusion.Fusion;
import dev.universalapi.search.fusion.summary.Summaries;
import dev.universalapi.search.intent.Interpreter;
import dev.universalapi.search.search.suggestion.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Stand-ins, until what they stand for is merged.
@Configuration(proxyBeanMethods = false)
class StandInConfiguration {

    @Bean
    Interpreter interpreter() {
        return new Interpreter();
    }

    @Bean
    Fusion fusion() {
        return new Fusion();
    }

    @Bean
    Summaries summaries() {
        return new Summaries();
    }

    @Bean
    Lexicon lexicon() {
        return new Lexicon() {
            @Override
            public Optional<String> nearest(String word) {
                return Optional.empty();
            }

            @Override
            public List<Name> beginning(String letters, int most) {
                return Stream.of(new Name("Lyon", "place"), new Name("Bitcoin", "coin"))
                        .filter(name ->
                                name.text().toLowerCase(Locale.ROOT).startsWith(letters.toLowerCase(Locale.ROOT)))
                        .toList();
            }
        };
    }
}
