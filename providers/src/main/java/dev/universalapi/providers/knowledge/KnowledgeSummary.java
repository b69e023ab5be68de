package dev.universalapi.providers.knowledge;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// What an encyclopedia says about something, in a paragraph or a few.
@Operation(path = "knowledge/summary", summary = "An article in brief, by its name")
public record KnowledgeSummary(
        @About("the article's name; a name that leads to another article is followed")
        @Trimmed
        @Length(max = 255)
        @Matches("[^|#<>\\[\\]{}]+")
        @Example("Ada Lovelace")
        String title,

        @About("the language to read in, by its BCP 47 tag in lower case, or a Wikipedia's own such as `simple`")
        @Matches("[a-z]{2}[a-z0-9-]{0,14}")
        @Default("en")
        @Example("en")
        String language)
        implements Query<Summary> {}
