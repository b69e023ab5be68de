package dev.universalapi.providers.medicine;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The drugs of a name, each strength and form by itself, with the ids that other systems know them by.
@Operation(path = "medicine/drug-search", summary = "Drugs of a name, with strength, form and id")
public record DrugSearch(
        @About("name of an ingredient, a brand or a form")
        @Trimmed
        @AnyCase
        @Length(min = 1, max = 200)
        @Example("cymbalta")
        String query,

        @About("how many drugs at most") @Range(min = 1, max = 50) @Default("10") @Example("5")
        int limit)
        implements Query<DrugSearch.Answer> {

    /// The drugs of that name.
    public record Answer(@About("one a strength and form") List<Drug> drugs) {
        public Answer {
            drugs = List.copyOf(drugs);
        }
    }

    /// One drug, in one strength and form.
    public record Drug(
            @About("its RxNorm concept id (RxCUI)") String id,

            @About("ingredient, strength, form, and brand in brackets")
            String name,

            @About("another name of the same") @Nullable String synonym,
            @About("what kind of thing that is") Kind kind,
            @About("page of the drug") URI url) {}

    /// Branded or generic, one drug or several in a pack.
    public enum Kind {
        GENERIC_DRUG,
        BRANDED_DRUG,
        GENERIC_PACK,
        BRANDED_PACK,
        /// Known to the provider and none of the others: an ingredient, a form.
        OTHER
    }
}
