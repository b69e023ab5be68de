package dev.universalapi.search.intent.slot.text;

import java.util.BitSet;
import java.util.List;

/// Tells the words that are parts of an address of the web or of mail: no names are looked for in them.
final class Opaque {
    private Opaque() {}

    static BitSet in(String text, List<Token> tokens) {
        var opaque = new BitSet();
        var first = 0;
        while (first < tokens.size()) {
            var last = first;
            while (last + 1 < tokens.size() && !isSpaced(text, tokens, last + 1)) {
                last++;
            }
            if (isAddress(
                    text.substring(tokens.get(first).from(), tokens.get(last).to()))) {
                opaque.set(first, last + 1);
            }
            first = last + 1;
        }
        return opaque;
    }

    private static boolean isSpaced(String text, List<Token> tokens, int at) {
        for (var sign = tokens.get(at - 1).to(); sign < tokens.get(at).from(); sign++) {
            if (Character.isWhitespace(text.charAt(sign)) || Character.isSpaceChar(text.charAt(sign))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(String chunk) {
        return chunk.contains("://") || chunk.contains("@") || chunk.startsWith("www.") || chunk.contains("_");
    }
}
