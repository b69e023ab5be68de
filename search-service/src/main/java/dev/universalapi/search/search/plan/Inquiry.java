package dev.universalapi.search.search.plan;

import dev.universalapi.engine.kind.Question;
import dev.universalapi.search.search.source.Given;
import dev.universalapi.search.search.source.Source;

/// A source that is asked.
///
/// @param given what it is asked with
/// @param utility how much its answer is expected to help: how likely its category is meant, times its weight, times
///   how often it found something so far
public record Inquiry(Source source, Given given, Question<? extends Record> question, double utility) {

    /// `weather/current`.
    public String operation() {
        return source.path();
    }
}
