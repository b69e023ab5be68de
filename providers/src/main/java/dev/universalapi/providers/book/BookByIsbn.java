package dev.universalapi.providers.book;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// One book, by the number printed on its back.
@Operation(path = "book/get", summary = "A book by its ISBN")
public record BookByIsbn(
        @About("its ISBN-13, digits alone") @Trimmed @Matches("97[89][0-9]{10}") @Example("9780261103344")
        String isbn) implements Query<Book> {}
