package dev.universalapi.providers.food;

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

/// Foods by words of their names, and what is in them.
@Operation(path = "food/search", summary = "Foods by name, and what is in them")
public record FoodSearch(
        @About("words of the food's name") @Trimmed @Length(max = 200) @Example("cheddar cheese")
        String query,

        @About("how many foods at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<FoodSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Food> foods,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            foods = List.copyOf(foods);
        }
    }

    /// One food, packaged or plain.
    public record Food(
            @About("the provider's own name for it") String id,
            @About("what it is called") String name,

            @About("who sells it, where it is packaged") @Nullable
            String brand,

            @About("the GTIN under its barcode, where it is packaged") @Nullable
            String barcode,

            @About("what 100 g of it hold, or 100 ml") Nutrients nutrients,
            @About("the page about it") @Nullable URI url,
            @About("a picture of it") @Nullable URI imageUrl) {}
}
