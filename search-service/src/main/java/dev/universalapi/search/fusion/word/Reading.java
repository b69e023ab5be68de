package dev.universalapi.search.fusion.word;

import dev.universalapi.search.fusion.Hit;
import java.util.List;

/// A hit and its words.
public record Reading(Hit hit, List<Word> title, List<Word> text) {
    public Reading {
        title = List.copyOf(title);
        text = List.copyOf(text);
    }
}
