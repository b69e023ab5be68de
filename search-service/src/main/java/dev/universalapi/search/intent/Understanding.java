package dev.universalapi.search.intent;

import java.util.List;

/// What a query was understood as.
///
/// @param query the query as it is searched: cleaned, at most 400 characters
/// @param language the language it is in, of those that were allowed
/// @param intents what it asks for, the primary first; empty where none was sure enough
/// @param ready false while the model is not loaded: then the intents are those that slots and words alone tell
public record Understanding(String query, Language language, List<Intent> intents, boolean ready) {
    public Understanding {
        intents = List.copyOf(intents);
    }
}
