package dev.universalapi.search.fusion;

/// What a model reads of a hit: the title, and how the text goes on.
public final class Gist {
    private static final int TITLE = 200;
    private static final int TEXT = 120;

    private Gist() {}

    public static String of(Hit hit) {
        var title = cut(hit.title().strip(), TITLE);
        var text = hit.text().strip();
        var rest = text.startsWith(title) ? text.substring(title.length()).strip() : text;
        return (title + ' ' + cut(rest, TEXT)).strip();
    }

    /// Not within a character.
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
