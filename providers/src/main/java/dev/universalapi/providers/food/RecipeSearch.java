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

/// Recipes by words of their titles.
@Operation(path = "food/recipe-search", summary = "Recipes by words of the title")
public record RecipeSearch(
        @About("words of the dish's name, in English") @Trimmed @Length(max = 200) @Example("carbonara")
        String query,

        @About("how many recipes at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<RecipeSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Recipe> recipes,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            recipes = List.copyOf(recipes);
        }
    }

    /// One recipe. How it is cooked stands on its page, where the provider does not tell it.
    public record Recipe(
            @About("the provider's own name for it") String id,
            @About("what the dish is called") String title,
            @About("each with its amount, as written") List<String> ingredients,

            @About("how it is cooked, in one text") @Nullable
            String instructions,

            @About("the kitchen it comes from") @Nullable String cuisine,
            @About("for how many it is") @Nullable Double servings,
            @About("from start to table, minutes") @Nullable Integer minutes,

            @About("energy of one serving, kilocalories") @Nullable
            Double kilocaloriesPerServing,

            @About("energy of all of it, kilocalories") @Nullable
            Double kilocaloriesTotal,

            @About("who wrote it") @Nullable String source,
            @About("the page it stands on") @Nullable URI url,
            @About("a picture of the dish") @Nullable URI imageUrl) {
        public Recipe {
            ingredients = List.copyOf(ingredients);
        }
    }
}
