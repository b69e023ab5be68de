package dev.universalapi.providers.paper;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scholarly paper: an article, a preprint, a contribution to proceedings.
public record Paper(
        @About("the provider's own id of it") String id,
        @About("title, without markup") String title,

        @About("who wrote it, in the order of the paper") List<Author> authors,

        @About("journal, proceedings or book that it stands in") @Nullable
        String journal,

        @About("when it was published: ISO 8601, as exact as known, such as 2012, 2012-07 or 2012-07-12") @Nullable
        String date,

        @About("its DOI, such as 10.1038/nature14539") @Nullable
        String doi,

        @About("abstract, without markup") @Nullable String summary,

        @About("page of the paper, at the provider or where its DOI leads")
        URI url,

        @About("full text as PDF, where the provider knows one that is free to read") @Nullable
        URI pdfUrl,

        @About("whether the full text is free to read") @Nullable
        Boolean openAccess,

        @About("how many works that the provider knows cite it") @Nullable
        Integer citationCount) {
    public Paper {
        authors = List.copyOf(authors);
    }

    /// One of those who wrote a paper: a person, or a group under one name.
    public record Author(
            @About("full name as published, such as Ada Lovelace or Lovelace A")
            String name,

            @About("ORCID, such as 0000-0002-1825-0097") @Nullable
            String orcid) {}
}
