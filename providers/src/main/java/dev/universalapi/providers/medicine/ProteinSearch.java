package dev.universalapi.providers.medicine;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proteins that words lead to.
@Operation(path = "medicine/protein-search", summary = "Proteins by words")
public record ProteinSearch(
        @About("words to look for: a protein, a gene, an organism, a function")
        @Trimmed
        @Length(max = 200)
        @Matches(".*[A-Za-z0-9].*")
        @Example("hemoglobin human")
        String query,

        @About("how many proteins at most") @Range(min = 1, max = 50) @Default("10") @Example("5")
        int limit)
        implements Query<ProteinSearch.Answer> {

    /// What was found, the most relevant first.
    public record Answer(
            @About("the proteins, the most relevant first") List<Protein> proteins,

            @About("how many there are in all, where the provider says so") @Nullable
            Long total) {
        public Answer {
            proteins = List.copyOf(proteins);
        }
    }

    /// A protein of one species.
    public record Protein(
            @About("its UniProt accession, such as P69905") String id,
            @About("full name") String name,

            @About("symbols of the genes that make it, such as HBA1")
            List<String> genes,

            @About("scientific name of the species, such as Homo sapiens")
            String organism,

            @About("id of the species in the taxonomy of NCBI, such as 9606") @Nullable
            Integer taxonId,

            @About("whether a person reviewed the entry") boolean reviewed,
            @About("number of amino acids") @Nullable Integer length,
            @About("what it does") @Nullable String summary,
            @About("page of the protein") URI url) {
        public Protein {
            genes = List.copyOf(genes);
        }
    }
}
