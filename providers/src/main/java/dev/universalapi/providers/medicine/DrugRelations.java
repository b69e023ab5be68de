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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a drug has to do with diseases, mechanisms and classes. Information, never advice.
@Operation(path = "medicine/relation", summary = "What a drug treats, prevents, must not be given with, and does")
public record DrugRelations(
        @About("brand or generic name of the drug") @Trimmed @AnyCase @Length(min = 1, max = 100) @Example("morphine")
        String drug,

        @About("only relations of this kind; all where it is left out") @Nullable
        Relation relation,

        @About("how many relations at most") @Range(min = 1, max = 50) @Default("50") @Example("5")
        int limit)
        implements Query<DrugRelations.Answer> {

    /// The relations of the drug and of its ingredients.
    public record Answer(
            @About("one a drug, kind and thing related") List<Related> relations) {
        public Answer {
            relations = List.copyOf(relations);
        }
    }

    /// One thing that a drug is related to.
    public record Related(
            @About("RxNorm concept id (RxCUI) of the drug or ingredient")
            String drugId,

            @About("name of the drug or ingredient") String drug,
            @About("what the drug has to do with it") Relation relation,

            @About("id of the thing related, in its own vocabulary")
            String id,

            @About("name of the thing related") String name,

            @About("what kind of thing that is, such as DISEASE or MOA, in the provider's words")
            String category,

            @About("who says so, such as MEDRT") String source) {}

    /// What a drug has to do with something.
    public enum Relation {
        MAY_TREAT,
        MAY_PREVENT,
        MAY_DIAGNOSE,
        /// It is not given to who has that.
        CONTRAINDICATED_WITH,
        INDUCES,
        /// How it does what it does.
        MECHANISM_OF_ACTION,
        /// What it does to the body.
        PHYSIOLOGIC_EFFECT,
        /// What the body does to it.
        PHARMACOKINETICS,
        /// Known to the provider and none of the others.
        OTHER
    }
}
