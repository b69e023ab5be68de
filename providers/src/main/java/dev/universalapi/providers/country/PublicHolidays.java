package dev.universalapi.providers.country;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The days on which a country rests, by law or by old custom.
@Operation(path = "country/holidays", summary = "Public holidays of a country in a year")
public record PublicHolidays(
        @About("the country, by its ISO 3166-1 alpha-2 code") @Matches("[A-Z]{2}") @Example("FR")
        String code,

        @About("the year") @Range(min = 1976, max = 2075) @Example("2026")
        int year)
        implements Query<PublicHolidays.Answer> {

    /// The whole year's.
    public record Answer(
            @About("in order of their days, as far as the provider orders them")
            List<Holiday> holidays) {
        public Answer {
            holidays = List.copyOf(holidays);
        }
    }

    /// One holiday.
    public record Holiday(
            @About("the day, or the first of several") LocalDate date,
            @About("its name, in English") String name,

            @About("its name, in a language of the country") @Nullable
            String localName,

            @About("who rests") @Nullable Kind kind,
            @About("whether all of the country rests") boolean nationwide,

            @About("where it rests, if not everywhere, by ISO 3166-2 codes such as DE-BY")
            List<String> regions) {
        public Holiday {
            regions = List.copyOf(regions);
        }
    }

    /// Who rests on a holiday.
    public enum Kind {
        /// Everybody.
        PUBLIC,
        BANK,
        SCHOOL,
        AUTHORITIES,
        /// Most people, of their own will.
        OPTIONAL,
        /// Nobody: the day is only marked.
        OBSERVANCE,
        OTHER
    }
}
