package dev.universalapi.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.universalapi.egress.Destination;
import org.junit.jupiter.api.Test;

class OperatorsAddressTests {

    @Test
    void onlyRequestsLetTheOperatorOpenTheOwnNetwork() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(Engine.class);

        noClasses()
                .that()
                .resideOutsideOfPackage("dev.universalapi.engine.request")
                .should()
                .callMethod(Destination.class, "byOperator", String.class)
                .because("a private address is dialled only where the operator set it by $NAME in base")
                .check(classes);
    }
}
