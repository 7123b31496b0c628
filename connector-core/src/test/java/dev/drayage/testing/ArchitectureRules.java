package dev.drayage.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What every module of Drayage, and every connector of others that wants it, holds its classes to. */
public final class ArchitectureRules {
    /** The only places that may ask the machine for time or randomness. */
    private static final Set<String> TIME_AND_CHANCE =
            Set.of("dev.drayage.call.SystemTimeSource", "dev.drayage.call.Randomness");

    private static final Set<String> MACHINE_CALLS = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.ZoneId.systemDefault",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.Locale.getDefault");

    private static final Set<String> MACHINE_CONSTRUCTORS =
            Set.of("java.util.Random", "java.security.SecureRandom", "java.util.SplittableRandom", "java.lang.Thread");

    private ArchitectureRules() {}

    /** The main classes of a package and all below it. */
    public static JavaClasses mainClasses(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
                .importPackages(root);
    }

    /** Time, sleeping, chance and threads come in through constructors. */
    public static ArchRule timeAndChanceComeFromOutside() {
        return noClasses()
                .that(new DescribedPredicate<JavaClass>("are not the one place for it") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !TIME_AND_CHANCE.contains(type.getName());
                    }
                })
                .should(callTheMachine())
                .because("a run must give the same on every machine and in every test; take a TimeSource,"
                        + " a RandomGenerator or an Executor instead");
    }

    /** No type of a library that we hide stands in a signature that others see. */
    public static ArchRule noHiddenLibraryInSignatures(String... exported) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(exported)
                .and()
                .arePublic()
                .should(new ArchCondition<>("show no type of Jackson or Failsafe") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                        List<JavaClass> seen = new ArrayList<>(method.getRawParameterTypes());
                        seen.add(method.getRawReturnType());
                        for (JavaClass type : seen) {
                            if (type.getName().startsWith("com.fasterxml.")
                                    || type.getName().startsWith("dev.failsafe.")) {
                                events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " shows " + type.getName()));
                            }
                        }
                    }
                })
                .allowEmptyShould(true)
                .because("either may be replaced without breaking a host");
    }

    /** A package uses only those before it in the given order. */
    public static List<ArchRule> order(String root, List<String> packages) {
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            for (int later = i + 1; later < packages.size(); later++) {
                rules.add(noClasses()
                        .that()
                        .resideInAPackage(root + "." + packages.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root + "." + packages.get(later) + "..")
                        .allowEmptyShould(true)
                        .because("data flows one way: " + String.join(" -> ", packages)));
            }
        }
        return rules;
    }

    /** Public classes outside {@code internal} have no mutable public state. */
    public static ArchRule noPublicMutableFields() {
        return classes().that().arePublic().should(new ArchCondition<>("have no public field that can change") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC)
                                && !field.getModifiers().contains(JavaModifier.FINAL))
                        .forEach(field ->
                                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change")));
            }
        });
    }

    private static ArchCondition<JavaClass> callTheMachine() {
        return new ArchCondition<>("ask the machine for time, chance or a thread") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String owner = access.getTargetOwner().getName();
                    boolean call = MACHINE_CALLS.contains(
                            owner + "." + access.getTarget().getName());
                    boolean made =
                            access.getTarget().getName().equals("<init>") && MACHINE_CONSTRUCTORS.contains(owner);
                    if (call || made) {
                        events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                    }
                }
            }
        };
    }
}
