package dev.universalapi.providers.paper;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// One paper by its DOI, the name that all providers know it by.
///
/// The form is the one that Crossref recommends to match DOIs with. The case of a DOI means nothing.
@Operation(path = "paper/get", summary = "A scholarly paper by its DOI")
public record PaperDetails(
        @About("its DOI without https://doi.org/, such as 10.1038/nature14539")
        @Trimmed
        @AnyCase
        @Length(max = 200)
        @Matches("10\\.[0-9]{4,9}/[-._;()/:a-zA-Z0-9]+")
        @Example("10.1038/nature14539")
        String doi)
        implements Query<Paper> {}
