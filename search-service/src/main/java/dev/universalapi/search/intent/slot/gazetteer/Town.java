package dev.universalapi.search.intent.slot.gazetteer;

import java.util.List;

/// A place where people live.
///
/// @param country ISO 3166-1 alpha-2
/// @param region of GeoNames: `84`
/// @param north thousandths of a degree
/// @param east thousandths of a degree
/// @param word whether its name is a word too
public record Town(String name, String country, String region, int north, int east, int population, boolean word) {
    /// @param cells name, country, region, latitude, longitude, population, and a `w` where it is a word
    static Town read(List<String> cells) {
        return new Town(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                Integer.parseInt(cells.get(5)),
                cells.get(6).equals("w"));
    }

    public double latitude() {
        return north / 1000.0;
    }

    public double longitude() {
        return east / 1000.0;
    }
}
