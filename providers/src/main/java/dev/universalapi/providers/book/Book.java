package dev.universalapi.providers.book;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One book: an edition of it, or the work where the provider keeps its editions together.
public record Book(
        @About("the provider's own name for it") String id,
        @About("without its subtitle") String title,
        @About("what follows the title") @Nullable String subtitle,

        @About("who wrote it, by name, in the order of the title page")
        List<String> authors,

        @About("who published it, the first if several") @Nullable
        String publisher,

        @About("when this edition was published, or the work first was: ISO 8601, as exact as known") @Nullable
        String date,

        @About("the ISBN of one edition: 13 digits, or the older form of 10 characters where no other is known")
        @Nullable
        String isbn,

        @About("how many pages it has") @Nullable Integer pages,
        @About("its language, by its BCP 47 tag") @Nullable String language,
        @About("what it is about, as text") @Nullable String summary,
        @About("its page at the provider") URI url,
        @About("its cover") @Nullable URI imageUrl) {
    public Book {
        authors = List.copyOf(authors);
    }
}
