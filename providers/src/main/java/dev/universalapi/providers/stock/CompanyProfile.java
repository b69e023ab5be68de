package dev.universalapi.providers.stock;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The company behind a share.
@Operation(path = "stock/profile", summary = "The company behind a share")
public record CompanyProfile(
        @About("ticker symbol, in any case") @AnyCase @Matches("[A-Za-z0-9][A-Za-z0-9.:^-]{0,19}") @Example("AAPL")
        String symbol)
        implements Query<CompanyProfile.Answer> {

    /// Who it is and what it is worth.
    public record Answer(
            @About("ticker symbol, in upper case") String symbol,
            @About("the company's name") String name,

            @About("what it does, in sentences") @Nullable String description,

            @About("the provider's own word for its trade") @Nullable
            String industry,

            @About("the exchange it is listed at, as the provider names it") @Nullable
            String exchange,

            @About("where it sits, by its ISO 3166-1 alpha-2 code") @Nullable
            String country,

            @About("the currency of its amounts, by its ISO 4217 code") @Nullable
            String currency,

            @About("what all its shares cost, in the currency") @Nullable
            BigDecimal marketCap,

            @About("shares that are out") @Nullable BigDecimal shares,

            @About("people who work there") @Nullable Long employees,

            @About("the day that it was first listed") @Nullable
            LocalDate listedOn,

            @About("its own web site") @Nullable URI url,
            @About("address of its logo") @Nullable URI imageUrl) {}
}
