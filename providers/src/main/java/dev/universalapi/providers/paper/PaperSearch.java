package dev.universalapi.providers.paper;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Papers that words lead to, the most relevant first.
///
/// Whom it asks decides what is found: PubMed and Europe PMC know medicine and the life sciences, arXiv preprints
/// of physics, mathematics and computer science, Crossref and Semantic Scholar all fields.
@Operation(path = "paper/search", summary = "Scholarly papers by words")
public record PaperSearch(
        @About("words to look for: a subject, a title, an author")
        @Trimmed
        @Length(min = 1, max = 200)
        @Example("protein folding")
        String query,

        @About("how many papers at most") @Range(min = 1, max = 50) @Default("10") @Example("5")
        int limit)
        implements Query<PaperSearch.Answer> {

    /// What was found, the most relevant first.
    public record Answer(
            @About("the papers, the most relevant first") List<Paper> papers,

            @About("how many there are in all, where the provider says so") @Nullable
            Long total) {
        public Answer {
            papers = List.copyOf(papers);
        }
    }
}
