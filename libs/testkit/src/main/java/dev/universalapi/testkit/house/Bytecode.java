package dev.universalapi.testkit.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The compiled form of a type, for what ArchUnit does not keep.
final class Bytecode {
    private Bytecode() {}

    static Optional<ClassModel> of(JavaClass type) {
        return type.getSource().map(source -> {
            try {
                return ClassFile.of().parse(Files.readAllBytes(Path.of(source.getUri())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
