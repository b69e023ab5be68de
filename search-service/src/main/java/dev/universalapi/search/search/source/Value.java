package dev.universalapi.search.search.source;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.Slot.Identifier.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a query can fill a parameter with. In `sources.yml` it goes by its name in lower case, `_` as a dot:
/// `{place.latitude}`.
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
enum Value {
    /// The words that are left to look for.
    REST("words to look for", "des mots à chercher", given -> cut(given.intent().rest())),
    /// The same, however long.
    PHRASE(
            "words to look for",
            "des mots à chercher",
            given -> text(given.intent().rest())),
    /// The words that are left, or all there are where none is.
    WORDS("words to look for", "des mots à chercher", given -> {
        var rest = cut(given.intent().rest());
        return rest == null ? cut(given.intent().text()) : rest;
    }),
    /// The words that are left, as a title has them: `Ada Lovelace`.
    TITLE(
            "the name of something",
            "le nom de quelque chose",
            given -> title(given.intent().rest())),
    /// A single word that is left: a first name, a user.
    NAME("one name", "un seul nom", given -> {
        var rest = given.intent().rest().strip();
        return rest.isEmpty() || rest.indexOf(' ') >= 0 ? null : rest;
    }),
    PLACE_NAME("a place", "un lieu", given -> place(given, Slot.Place::name)),
    PLACE_LATITUDE("a place", "un lieu", given -> place(given, place -> String.valueOf(place.latitude()))),
    PLACE_LONGITUDE("a place", "un lieu", given -> place(given, place -> String.valueOf(place.longitude()))),
    /// A country that is named, or that of the place.
    COUNTRY("a country", "un pays", given -> {
        var country = given.slot(Slot.Country.class).map(Slot.Country::code);
        return country.orElseGet(() -> place(given, Slot.Place::country));
    }),
    CURRENCY(
            "a currency",
            "une devise",
            given -> given.slot(Slot.Currency.class).map(Slot.Currency::code).orElse(null)),
    BASE("two currencies", "deux devises", given -> currency(given, Slot.Pair::base, 0)),
    QUOTE("two currencies", "deux devises", given -> currency(given, Slot.Pair::quote, 1)),
    AMOUNT(
            "an amount",
            "un montant",
            given -> given.slot(Slot.Amount.class)
                    .map(Slot.Amount::value)
                    .map(BigDecimal::toPlainString)
                    .orElse(null)),
    COIN(
            "a coin",
            "une cryptomonnaie",
            given -> given.slot(Slot.Coin.class).map(Slot.Coin::symbol).orElse(null)),
    TICKER(
            "a company or its ticker",
            "une entreprise ou son symbole boursier",
            given -> given.slot(Slot.Ticker.class).map(Slot.Ticker::symbol).orElse(null)),
    TONGUE(
            "a language to translate to",
            "une langue cible",
            given -> given.slot(Slot.Tongue.class).map(Slot.Tongue::tag).orElse(null)),
    DAY_FIRST("a day", "un jour", given -> day(given, Slot.Day::first)),
    DAY_LAST("a day", "un jour", given -> day(given, Slot.Day::last)),
    /// How many days from today on reach to the day that is named.
    DAYS("a day of the next two weeks", "un jour des deux prochaines semaines", Value::days),
    YEAR(
            "a year",
            "une année",
            given -> given.slot(Slot.Day.class)
                    .map(day -> String.valueOf(day.first().getYear()))
                    .orElse(null)),
    /// The year that a season begins in: it goes from summer to summer.
    SEASON("", "", given -> {
        var today = given.today();
        return String.valueOf(today.getMonth().compareTo(Month.JULY) < 0 ? today.getYear() - 1 : today.getYear());
    }),
    COMPETITION("a football competition", "une compétition de football", given -> Choice.COMPETITION.in(given)),
    ANIMAL("a cat or a dog", "un chat ou un chien", given -> Choice.ANIMAL.in(given)),
    FILM_KIND("", "", given -> Choice.FILM_KIND.in(given)),
    /// Whose papers the speakers of the language read.
    HOME("", "", given -> switch (given.language()) {
        case EN -> "US";
        case FR -> "FR";
    }),
    THIS_YEAR("", "", given -> String.valueOf(given.today().getYear())),
    TODAY("", "", given -> given.today().toString()),
    YESTERDAY("", "", given -> given.today().minusDays(1).toString()),
    WEEK_AGO("", "", given -> given.today().minusDays(7).toString()),
    MONTH_AGO("", "", given -> given.today().minusDays(30).toString()),
    IP("an IP address", "une adresse IP", given -> identifier(given, Kind.IP, 0)),
    ISBN("an ISBN", "un ISBN", given -> identifier(given, Kind.ISBN, 0)),
    DOI("a DOI", "un DOI", given -> identifier(given, Kind.DOI, 0)),
    BARCODE("a barcode", "un code-barres", given -> identifier(given, Kind.BARCODE, 0)),
    PMID("a PubMed number", "un numéro PubMed", given -> identifier(given, Kind.PMID, 0)),
    AIRPORT("an airport by its code", "un aéroport par son code", given -> identifier(given, Kind.AIRPORT, 0)),
    DESTINATION("two airports", "deux aéroports", given -> identifier(given, Kind.AIRPORT, 1)),
    IMDB("an IMDb number", "un numéro IMDb", given -> identifier(given, Kind.IMDB, 0)),
    TRIAL("a trial by its NCT number", "un essai par son numéro NCT", given -> identifier(given, Kind.TRIAL, 0)),
    LANGUAGE("", "", given -> given.language().tag()),
    LIMIT("", "", given -> String.valueOf(given.limit()));

    private static final int LONGEST = 200;
    private static final int FORECAST = 16;
    private static final int TITLE_WORDS = 4;

    private final String english;
    private final String french;
    private final Function<Given, @Nullable String> value;

    Value(String english, String french, Function<Given, @Nullable String> value) {
        this.english = english;
        this.french = french;
        this.value = value;
    }

    /// The one of that name in `sources.yml`.
    static Optional<Value> named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.label().equals(name))
                .findFirst();
    }

    /// As in `sources.yml`.
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// What a query must say to have it, in words.
    String words(Language language) {
        return switch (language) {
            case EN -> english;
            case FR -> french;
        };
    }

    @Nullable
    String of(Given given) {
        return value.apply(given);
    }

    private static @Nullable String text(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable String cut(String text) {
        var whole = text(text);
        if (whole == null || whole.length() <= LONGEST) {
            return whole;
        }
        int blank = whole.lastIndexOf(' ', LONGEST);
        int end = blank > 0 ? blank : LONGEST;
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end);
    }

    private static @Nullable String title(String rest) {
        var whole = cut(rest);
        return whole == null || Folded.of(whole).words().size() > TITLE_WORDS
                ? null
                : Arrays.stream(whole.split(" ", -1)).map(Value::capital).collect(Collectors.joining(" "));
    }

    private static String capital(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }

    private static @Nullable String place(Given given, Function<Slot.Place, String> part) {
        return given.slot(Slot.Place.class).map(part).orElse(null);
    }

    private static @Nullable String day(Given given, Function<Slot.Day, LocalDate> part) {
        return given.slot(Slot.Day.class).map(part).map(LocalDate::toString).orElse(null);
    }

    private static @Nullable String days(Given given) {
        return given.slot(Slot.Day.class)
                .map(day -> ChronoUnit.DAYS.between(given.today(), day.last()) + 1)
                .filter(days -> days > 0 && days <= FORECAST)
                .map(String::valueOf)
                .orElse(null);
    }

    private static @Nullable String currency(Given given, Function<Slot.Pair, String> side, int place) {
        var pair = given.slot(Slot.Pair.class);
        if (pair.isPresent()) {
            return side.apply(pair.get());
        }
        var currencies = given.slots(Slot.Currency.class);
        return currencies.size() < 2 ? null : currencies.get(place).code();
    }

    private static @Nullable String identifier(Given given, Kind kind, int place) {
        var all = given.identifiers(kind);
        return all.size() > place ? all.get(place) : null;
    }
}
