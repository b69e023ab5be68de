package dev.universalapi.providers.medicine;

import dev.universalapi.engine.input.AnyCase;
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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the label of a drug says, as its maker filed it. Information, never advice.
@Operation(path = "medicine/label", summary = "Labels of a drug: what it is for, and what it warns of")
public record DrugLabels(
        @About("brand or generic name of the drug")
        @Trimmed
        @AnyCase
        @Length(max = 100)
        @Matches(".*[A-Za-z0-9].*")
        @Example("ibuprofen")
        String drug,

        @About("how many labels at most") @Range(min = 1, max = 50) @Default("10") @Example("3")
        int limit)
        implements Query<DrugLabels.Answer> {

    /// Labels of all makers.
    public record Answer(
            @About("one a product and maker") List<Label> labels,

            @About("how many there are in all, where the provider says so") @Nullable
            Long total) {
        public Answer {
            labels = List.copyOf(labels);
        }
    }

    /// The label of one product. Texts are in the words of its maker.
    public record Label(
            @About("the provider's own id of it, the same for all its versions")
            String id,

            @About("name it is sold by") @Nullable String brandName,

            @About("name of its active ingredients") @Nullable
            String genericName,

            @About("who makes or sells it") @Nullable String manufacturer,

            @About("ways it is given, such as ORAL, in the provider's words")
            List<String> routes,

            @About("what kind of drug it is, mostly of drugs without prescription") @Nullable
            String purpose,

            @About("what it is for") @Nullable String indications,

            @About("how much of it, how and how often") @Nullable
            String dosage,

            @About("what to beware of") @Nullable String warnings,

            @About("the gravest warning, printed in a box") @Nullable
            String boxedWarning,

            @About("the day that this version of the label is of") @Nullable
            LocalDate effectiveDate,

            @About("page of the label") URI url) {
        public Label {
            routes = List.copyOf(routes);
        }
    }
}
