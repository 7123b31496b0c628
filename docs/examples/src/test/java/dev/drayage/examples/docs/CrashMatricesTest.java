package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.drayage.engine.Sync;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PromiseSyncs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every sync of {@code dev.drayage.sync} is killed in a crash matrix with the real connectors. Which one wires which sync is read from
 * the compiled classes: a matrix's own code, and what that calls in the examples. A new sync that no matrix wires fails here.
 */
class CrashMatricesTest {
    private static final String EXAMPLES = "dev.drayage.examples";
    private static final String SYNCS = "dev.drayage.sync";
    private static final List<Class<? extends Enum<?>>> CHOICES =
            List.of(OrderSyncs.Booking.class, PromiseSyncs.Levels.class);
    private static final String BEGIN =
            "<!-- Made from the code by CrashMatricesTest; -Ddocs.write=true rewrites it. -->\n";
    private static final String END = "<!-- Until here. -->\n";

    private final JavaClasses classes = new ClassFileImporter().importPackages(EXAMPLES, SYNCS);

    @Test
    void every_sync_is_killed_in_a_matrix() throws IOException {
        Map<String, Set<String>> matrices = new TreeMap<>();
        wanted().forEach(sync -> matrices.put(sync, new TreeSet<>()));
        classes.stream()
                .filter(type -> type.getPackageName().startsWith(EXAMPLES))
                .filter(type -> type.getSimpleName().endsWith("CrashMatrixTest"))
                .forEach(matrix -> wired(matrix)
                        .forEach(sync -> matrices.computeIfAbsent(sync, any -> new TreeSet<>())
                                .add(matrix.getSimpleName())));
        assertThat(matrices)
                .allSatisfy((sync, killed) -> assertThat(killed)
                        .as(
                                "%s is in no crash matrix: wire it in a class of the examples whose name ends in CrashMatrixTest",
                                sync)
                        .isNotEmpty());
        StringBuilder table = new StringBuilder("| sync | killed in |\n|---|---|\n");
        matrices.forEach((sync, killed) -> table.append("| `")
                .append(sync)
                .append("` | `")
                .append(String.join("`, `", killed))
                .append("` |\n"));
        compare(table.toString());
    }

    private static void compare(String table) throws IOException {
        Path page = Manual.root().resolve("docs/limits.md");
        String text = Manual.read(page);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        assertThat(from).isNotNegative().isLessThan(to);
        String made = text.substring(0, from) + BEGIN + "\n" + table + "\n" + text.substring(to);
        if (Manual.write()) {
            Files.writeString(page, made);
        }
        assertThat(Manual.read(page))
                .as("docs/limits.md; -Ddocs.write=true brings it up to date")
                .isEqualTo(made);
    }

    /** The syncs, and the choices that make another sync of one. */
    private Set<String> wanted() {
        Set<String> wanted = new TreeSet<>();
        classes.stream()
                .filter(type -> type.getPackageName().equals(SYNCS))
                .flatMap(type -> type.getMethods().stream())
                .filter(CrashMatricesTest::makesSync)
                .filter(method -> reached(List.of(method), SYNCS).stream()
                        .noneMatch(other -> other != method && makesSync(other)))
                .forEach(method -> wanted.add(name(method)));
        for (Class<? extends Enum<?>> choice : CHOICES) {
            Stream.of(choice.getEnumConstants()).forEach(constant -> wanted.add(name(choice, constant.name())));
        }
        return wanted;
    }

    /** Those that a matrix wires. */
    private Set<String> wired(JavaClass matrix) {
        List<JavaCodeUnit> own = classes.stream()
                .filter(type -> type.equals(matrix) || type.getName().startsWith(matrix.getName() + "$"))
                .flatMap(type -> type.getCodeUnits().stream())
                .toList();
        Set<JavaCodeUnit> examples = reached(own, EXAMPLES);
        Set<JavaCodeUnit> all = reached(own, EXAMPLES, SYNCS);
        Set<String> wanted = wanted();
        Set<String> wired = new TreeSet<>();
        all.stream()
                .filter(CrashMatricesTest::makesSync)
                .map(CrashMatricesTest::name)
                .forEach(wired::add);
        for (Class<? extends Enum<?>> choice : CHOICES) {
            Set<String> chosen = chosen(choice, examples);
            wired.addAll(chosen.isEmpty() ? chosen(choice, all) : chosen);
        }
        wired.retainAll(wanted);
        return wired;
    }

    /** The constants of a choice that code names; where the examples name none, it is what the options come with. */
    private static Set<String> chosen(Class<? extends Enum<?>> choice, Set<JavaCodeUnit> units) {
        Set<String> chosen = new TreeSet<>();
        for (JavaCodeUnit unit : units) {
            for (JavaFieldAccess access : unit.getFieldAccesses()) {
                if (access.getTargetOwner().isEquivalentTo(choice)
                        && !unit.getOwner().isEquivalentTo(choice)
                        && (unit.getOwner().getName().startsWith(EXAMPLES)
                                || unit.getName().equals("standard"))) {
                    chosen.add(name(choice, access.getTarget().getName()));
                }
            }
        }
        return chosen;
    }

    /** What these call, directly or not, as far as it stands in one of these packages. */
    private static Set<JavaCodeUnit> reached(List<? extends JavaCodeUnit> from, String... packages) {
        Set<JavaCodeUnit> reached = new HashSet<>(from);
        Deque<JavaCodeUnit> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            Stream.of(
                            unit.getCallsFromSelf().stream(),
                            unit.getMethodReferencesFromSelf().stream(),
                            unit.getConstructorReferencesFromSelf().stream())
                    .<JavaAccess<?>>flatMap(accesses -> accesses)
                    .flatMap(access -> access.getTarget().resolveMember().stream())
                    .filter(member -> Stream.of(packages)
                            .anyMatch(name -> member.getOwner().getPackageName().startsWith(name)))
                    .map(JavaCodeUnit.class::cast)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    private static boolean makesSync(JavaMember member) {
        return member instanceof JavaMethod method
                && method.getOwner().getPackageName().equals(SYNCS)
                && method.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.STATIC))
                && method.getRawReturnType().isEquivalentTo(Sync.class);
    }

    private static String name(JavaMember method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static String name(Class<?> choice, String constant) {
        return choice.getName().substring(SYNCS.length() + 1).replace('$', '.') + "." + constant;
    }
}
