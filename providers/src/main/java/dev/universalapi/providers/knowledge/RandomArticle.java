package dev.universalapi.providers.knowledge;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// Any article of an encyclopedia, another one each time.
@Operation(path = "knowledge/random", summary = "A random article in brief")
public record RandomArticle(
        @About("the language to read in, by its BCP 47 tag in lower case, or a Wikipedia's own such as `simple`")
        @Matches("[a-z]{2}[a-z0-9-]{0,14}")
        @Default("en")
        @Example("en")
        String language)
        implements Query<Summary> {}
