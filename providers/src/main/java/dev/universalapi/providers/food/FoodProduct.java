package dev.universalapi.providers.food;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A packaged food by the number under its barcode.
@Operation(path = "food/product", summary = "A packaged food by its barcode")
public record FoodProduct(
        @About("the GTIN under the barcode, with all its digits: EAN-13, EAN-8 or UPC-A")
        @Matches("[0-9]{8}|[0-9]{12,14}")
        @Example("3017620422003")
        String barcode)
        implements Query<FoodProduct.Answer> {

    /// As its package says, or as somebody copied it from there.
    public record Answer(
            @About("the provider's own name for it") String id,
            @About("the GTIN, as the provider keeps it") String barcode,
            @About("what it is called") String name,

            @About("who sells it; several are parted by commas") @Nullable
            String brand,

            @About("how much is in a package, as printed") @Nullable
            String quantity,

            @About("the list of its ingredients, as printed") @Nullable
            String ingredients,

            @About("what 100 g of it hold, or 100 ml") @Nullable
            Nutrients nutrients,

            @About("the Nutri-Score, from a, the best, to e") @Nullable
            String nutriScore,

            @About("the page about it") @Nullable URI url,
            @About("a picture of it") @Nullable URI imageUrl) {}
}
