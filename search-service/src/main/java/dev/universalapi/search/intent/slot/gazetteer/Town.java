package dev.universalapi.search.intent.slot.gazetteer;

/// A place where people live.
///
/// @param country ISO 3166-1 alpha-2
/// @param region of GeoNames: `84`
/// @param north thousandths of a degree
/// @param east thousandths of a degree
/// @param word whether its name is a word too
public record Town(String name, String country, String region, int north, int east, int population, boolean word) {
    static Town read(String[] cells) {
        return new Town(
                cells[0],
                cells[1].intern(),
                cells[2].intern(),
                thousandths(cells[3]),
                thousandths(cells[4]),
                Integer.parseInt(cells[5]),
                cells.length > 6 && cells[6].equals("w"));
    }

    public double latitude() {
        return north / 1000.0;
    }

    public double longitude() {
        return east / 1000.0;
    }

    private static int thousandths(String degrees) {
        return (int) Math.round(Double.parseDouble(degrees) * 1000);
    }
}
