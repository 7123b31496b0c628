package dev.drayage.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.drayage.testing.ArchitectureRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {
    private static final JavaClasses CORE = ArchitectureRules.mainClasses("dev.drayage");

    @Test
    void a_package_uses_only_those_before_it() {
        ArchitectureRules.order(
                        "dev.drayage",
                        List.of(
                                "error",
                                "settings",
                                "model",
                                "call",
                                "quota",
                                "http",
                                "spi",
                                "mapping",
                                "store",
                                "engine",
                                "sync"))
                .forEach(rule -> rule.check(CORE));
    }

    @Test
    void the_parts_of_the_engine_use_only_those_before_them() {
        String engine = "dev.drayage.engine.internal";
        List<String> parts = List.of("news", "turn", "context", "read", "run", "plan", "compare", "operate", "view");
        assertThat(CORE.getPackage(engine).getSubpackages())
                .extracting(JavaPackage::getRelativeName)
                .containsExactlyInAnyOrderElementsOf(parts);
        ArchitectureRules.order(engine, parts).forEach(rule -> rule.check(CORE));
        noClasses()
                .that()
                .resideInAPackage(engine + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(engine)
                .because("what wires the parts is above them")
                .check(CORE);
    }

    @Test
    void time_and_chance_come_from_outside() {
        ArchitectureRules.timeAndChanceComeFromOutside().check(CORE);
    }

    @Test
    void no_signature_shows_a_hidden_library() {
        ArchitectureRules.noHiddenLibraryInSignatures(
                        "dev.drayage",
                        "dev.drayage.call",
                        "dev.drayage.engine",
                        "dev.drayage.error",
                        "dev.drayage.http",
                        "dev.drayage.mapping",
                        "dev.drayage.model",
                        "dev.drayage.quota",
                        "dev.drayage.settings",
                        "dev.drayage.spi",
                        "dev.drayage.store",
                        "dev.drayage.sync")
                .check(CORE);
    }

    @Test
    void no_public_field_can_change() {
        ArchitectureRules.noPublicMutableFields().check(CORE);
    }

    @Test
    void the_rules_do_reject_a_class_that_breaks_them() {
        JavaClasses planted = new ClassFileImporter().importClasses(AsksTheMachine.class);
        assertThatThrownBy(
                        () -> ArchitectureRules.timeAndChanceComeFromOutside().check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Instant.now");
    }

    /** Planted: asks the machine for the time. */
    private static final class AsksTheMachine {
        @SuppressWarnings("unused")
        Instant now() {
            return Instant.now();
        }
    }
}
