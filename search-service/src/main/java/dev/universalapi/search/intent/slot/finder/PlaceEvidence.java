package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Town;

/// Weighs whether a name is meant as that of a town: by what stands before it, what the query is about, its letters and
/// its people.
final class PlaceEvidence {
    private static final double ENOUGH = 2.5;

    boolean isEnough(Reading reading, int from, int to, Town town, String key) {
        var weight =
                before(reading, from, to, town) + about(reading, from, to, town) + town(reading, to - from, town, key);
        return weight >= ENOUGH;
    }

    private static double before(Reading reading, int from, int to, Town town) {
        var weight = 0.0;
        if (reading.isAfterAt(from)) {
            weight += 2;
        } else if (reading.isAfterOf(from)) {
            weight += 1;
        }
        if (reading.isLarge(from)) {
            weight += 1.5;
        }
        if (reading.sentence().has(from - 1, "the")) {
            weight -= 4;
        }
        if (town.word() && reading.isAfterBe(from) && !reading.isLarge(from)) {
            weight -= 4;
        }
        if (reading.isAfterPerson(from) && to - from == 1 || isAgainst(reading, from, to)) {
            weight -= 4;
        }
        return weight;
    }

    /// Teams play against each other, not towns.
    private static boolean isAgainst(Reading reading, int from, int to) {
        return reading.sentence().has(from - 1, "vs") || reading.sentence().has(to, "vs");
    }

    private static double about(Reading reading, int from, int to, Town town) {
        var weight = 0.0;
        var placed = reading.isAbout(from, Cue.WEATHER, Cue.PLACE, Cue.TRAVEL);
        if (placed) {
            weight += 2;
        } else if (reading.isAbout(from, Cue.COUNTRY, Cue.NEWS)) {
            weight += 0.5;
        }
        if (reading.isAbout(from, Cue.NAME)) {
            weight -= 5;
        }
        if (!placed && isWords(reading, from)) {
            weight -= 4;
        } else if (!placed && isElsewhere(reading, from)) {
            weight -= 2;
        } else if (reading.isAlone(from, to)) {
            weight += placed || town.population() >= 15_000 ? 3 : 1;
        }
        return weight;
    }

    /// What is looked for by words: there a place is one of them.
    private static boolean isWords(Reading reading, int at) {
        return reading.isAbout(at, Cue.MEDIA, Cue.BOOK, Cue.PICTURE, Cue.FOOD, Cue.SPORT, Cue.CODE, Cue.FUN);
    }

    private static boolean isElsewhere(Reading reading, int at) {
        return reading.isAbout(at, Cue.SPACE, Cue.STOCK, Cue.CRYPTO, Cue.EXCHANGE, Cue.DRUG, Cue.PRICE, Cue.TRANSLATE);
    }

    private static double town(Reading reading, int words, Town town, String key) {
        var people = town.population();
        var weight = people >= 1_000_000 ? 2 : people >= 100_000 ? 1.5 : people >= 15_000 ? 0.5 : 0;
        weight += town.word() || key.length() <= 2 ? -1.5 : 1;
        weight += words > 1 && !town.word() ? 0.5 : 0;
        return reading.isNever(key) ? weight - 3 : weight;
    }
}
