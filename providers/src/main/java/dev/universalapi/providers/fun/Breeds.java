package dev.universalapi.providers.fun;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The breeds of an animal that there are pictures of.
@Operation(path = "fun/breeds", summary = "Breeds of cats or dogs")
public record Breeds(@About("whose breeds") @Example("DOG") Animal animal) implements Query<Breeds.Answer> {

    /// All that the provider knows.
    public record Answer(@About("by name") List<Breed> breeds) {
        public Answer {
            breeds = List.copyOf(breeds);
        }
    }

    /// One breed, with the varieties that it is divided into.
    public record Breed(
            @About("what fun/breed-picture takes") String id,
            @About("what it is called in English") String name,

            @About("its varieties by name; empty where it has none")
            List<String> varieties,

            @About("how it looks and behaves") @Nullable String summary,

            @About("the country that it comes from, by its English name") @Nullable
            String origin,

            @About("what it is like, word by word") List<String> temperament,
            @About("where more is written of it") @Nullable URI url) {
        public Breed {
            varieties = List.copyOf(varieties);
            temperament = List.copyOf(temperament);
        }
    }
}
