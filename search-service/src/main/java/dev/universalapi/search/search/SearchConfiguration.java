package dev.universalapi.search.search;

import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.host.Respondents;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.web.Departures;
import dev.universalapi.search.SearchedHere;
import dev.universalapi.search.fusion.Fusion;
import dev.universalapi.search.fusion.summary.Summaries;
import dev.universalapi.search.intent.Interpreter;
import dev.universalapi.search.search.plan.Experience;
import dev.universalapi.search.search.plan.Planner;
import dev.universalapi.search.search.round.Rounds;
import dev.universalapi.search.search.source.Sources;
import dev.universalapi.search.search.stream.Sessions;
import dev.universalapi.search.search.stream.Telling;
import dev.universalapi.search.search.suggestion.KnownNames;
import dev.universalapi.search.search.suggestion.Lexicon;
import dev.universalapi.search.search.suggestion.Suggestions;
import dev.universalapi.search.search.wish.Wishes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Puts universal search together.
@SearchedHere
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchProperties.class)
class SearchConfiguration {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Means means(Interpreter interpreter, Fusion fusion, Summaries summaries) {
        return new Means(interpreter::understand, fusion::rank, fusion::ready, summaries::summarize);
    }

    @Bean
    Sources sources(Operations operations, HostedOperations hosted) {
        return Sources.load(operations.all(), hosted.all());
    }

    @Bean
    Wishes wishes(Sources sources) {
        return new Wishes(sources.categories());
    }

    @Bean
    Seekers seekers(Respondents respondents) {
        return new Seekers(respondents);
    }

    @Bean
    Experience experience() {
        return new Experience(RandomGenerator.getDefault());
    }

    @Bean
    Planner planner(Sources sources, SearchProperties properties, Experience experience) {
        return new Planner(sources, properties.calls(), experience);
    }

    @Bean
    Rounds rounds(Respondents respondents, JsonMapper json, SearchProperties properties, Experience experience) {
        var limits =
                new Rounds.Limits(properties.longest(), properties.deadline(), properties.grace(), properties.price());
        return new Rounds(respondents::of, json, InstantSource.system(), limits, experience);
    }

    @Bean
    Lexicon lexicon(Interpreter interpreter) {
        return new KnownNames(interpreter::slots);
    }

    @Bean
    Suggestions suggestions(Lexicon lexicon) {
        return new Suggestions(lexicon);
    }

    @Bean
    Merger merger(Means means, Suggestions suggestions, SearchProperties properties) {
        return new Merger(means, suggestions, properties.merging());
    }

    @Bean
    KeptSearches keptSearches(Switches switches, SearchProperties properties) {
        return new KeptSearches(switches, properties.keep(), properties.kept());
    }

    @Bean
    Chronicle chronicle(ObjectProvider<Events> events, SearchProperties properties) {
        return new Chronicle(events.getIfAvailable(), Set.copyOf(properties.recordQueries()), InstantSource.system());
    }

    @Bean
    Searches searches(
            Means means, Planner planner, Rounds rounds, Merger merger, KeptSearches kept, Chronicle chronicle) {
        return new Searches(means, planner, rounds, merger, kept, chronicle, InstantSource.system());
    }

    @Bean
    StreamedSearch streamedSearch(Searches searches, Merger merger, Chronicle chronicle, JsonMapper json) {
        return new StreamedSearch(searches, merger, chronicle, json);
    }

    @Bean
    Sessions sessions(SearchProperties properties) {
        return new Sessions(InstantSource.system(), properties.sessions(), properties.resume(), properties.unread());
    }

    @Bean
    Telling telling(Departures departures) {
        return new Telling(departures, HEARTBEAT, PATIENCE);
    }
}
