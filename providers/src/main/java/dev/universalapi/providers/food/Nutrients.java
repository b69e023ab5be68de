package dev.universalapi.providers.food;

import dev.universalapi.engine.operation.About;
import org.jspecify.annotations.Nullable;

/// What 100 g of a food hold, or 100 ml where it is sold by volume.
public record Nutrients(
        @About("energy, kilocalories") @Nullable Double energyKilocalories,
        @About("protein, grams") @Nullable Double proteinGrams,
        @About("fat, grams") @Nullable Double fatGrams,
        @About("carbohydrates, grams") @Nullable Double carbohydrateGrams,

        @About("sugars among the carbohydrates, grams") @Nullable
        Double sugarGrams,

        @About("fibre, grams") @Nullable Double fibreGrams,

        @About("sodium, milligrams; salt is 2.5 times as much") @Nullable
        Double sodiumMilligrams) {}
