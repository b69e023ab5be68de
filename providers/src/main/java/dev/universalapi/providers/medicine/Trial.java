package dev.universalapi.providers.medicine;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clinical trial, as it is registered.
public record Trial(
        @About("its number in the registry, such as NCT02576665")
        String id,

        @About("short title") String title,
        @About("how far it is") Status status,

        @About("its phases; two where it spans two, none where phases do not apply")
        List<Phase> phases,

        @About("diseases that it is about") List<String> conditions,
        @About("drugs, devices and procedures tried") List<String> interventions,
        @About("who runs it") @Nullable String sponsor,

        @About("how many take part, or are meant to") @Nullable
        Integer participantCount,

        @About("when it began or will: ISO 8601, as exact as known, such as 2012-05") @Nullable
        String startDate,

        @About("when it ended or will: ISO 8601, as exact as known") @Nullable
        String completionDate,

        @About("what it is about, in the words of the registry") @Nullable
        String summary,

        @About("who may take part, in the words of the registry; a search leaves it out") @Nullable
        String eligibility,

        @About("page of the trial") URI url) {
    public Trial {
        phases = List.copyOf(phases);
        conditions = List.copyOf(conditions);
        interventions = List.copyOf(interventions);
    }

    /// How far a trial is.
    public enum Status {
        NOT_YET_RECRUITING,
        RECRUITING,
        ENROLLING_BY_INVITATION,
        /// Running, and takes nobody any more.
        ACTIVE_NOT_RECRUITING,
        COMPLETED,
        /// Stopped for a while.
        SUSPENDED,
        /// Stopped for good, after somebody took part.
        TERMINATED,
        /// Stopped before anybody took part.
        WITHDRAWN,
        /// Known to the registry and none of the others, or not known any more.
        OTHER
    }

    /// How far a drug is on its way to approval.
    public enum Phase {
        EARLY_PHASE_1,
        PHASE_1,
        PHASE_2,
        PHASE_3,
        PHASE_4
    }
}
