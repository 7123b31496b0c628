package dev.drayage.examples.mutants;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ConnectorException;
import dev.drayage.examples.mutants.Verdict.Ending;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Change;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Resolution;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what was read of a mutant with what is read of the answer as it was. Thread-safe. */
final class Judge {
    private final Map<String, Translation<?>> proofs;

    /** {@code proofs} translate what was read, by system and type of record: what they park is reported. */
    Judge(Map<String, Translation<?>> proofs) {
        this.proofs = Map.copyOf(proofs);
    }

    Verdict thrown(Throwable thrown) {
        return thrown instanceof ConnectorException || thrown instanceof CursorExpiredException
                ? Verdict.of(Ending.REFUSED)
                : Verdict.violation("threw " + thrown);
    }

    Verdict read(String kind, Mutant mutant, Map<String, Object> before, Map<String, Object> after) {
        Verdict worst = Verdict.of(Ending.SAME);
        for (Map.Entry<String, Object> was : before.entrySet()) {
            Object is = after.get(was.getKey());
            Verdict one = is == null ? lost(kind, mutant, was.getKey()) : compare(kind, mutant, was.getValue(), is);
            worst = one.ending().compareTo(worst.ending()) > 0 ? one : worst;
        }
        return worst;
    }

    private static Verdict lost(String kind, Mutant mutant, String name) {
        return mayLeaveOut(kind, mutant) ? Verdict.of(Ending.TOLD) : Verdict.violation(name + " is not told any more");
    }

    /** Nothing in an answer can tell that a list once had more members, or that a record once had another name. */
    private static boolean mayLeaveOut(String kind, Mutant mutant) {
        return mutant.harm() == Harm.LEFT_OUT
                || (mutant.harm() == Harm.OTHER_VALUE
                        && (SingleSource.isNumber(kind, mutant.path()) || SingleSource.isTerm(kind, mutant.path())))
                || mutant.harm() == Harm.LOOP
                || mutant.isName()
                || SingleSource.isOptional(kind, mutant.path());
    }

    private Verdict compare(String kind, Mutant mutant, Object was, Object is) {
        if (was instanceof Change.Present<?> told && is instanceof Change<?> now) {
            return now instanceof Change.Present<?> again
                    ? compare(kind, mutant, told.record(), again.record())
                    : Verdict.of(Ending.REPORTED);
        }
        if (was instanceof Existing stood && is instanceof Existing stands) {
            boolean lost = stood.ref().isPresent()
                    && stands.ref().isEmpty()
                    && stands.violations().isEmpty();
            return lost ? lost(kind, mutant, "what stood at the target") : Verdict.of(Ending.SAME);
        }
        if (was instanceof Resolution.Landed && is instanceof Resolution.NotLanded) {
            return lost(kind, mutant, "what had landed");
        }
        return Verdict.of(Ending.SAME);
    }

    private Verdict compare(String kind, Mutant mutant, CommerceRecord was, CommerceRecord is) {
        Figures before = Figures.of(was);
        Figures after = Figures.of(is);
        if (before.equals(after) || (mutant.isName() && before.all().equals(after.all()))) {
            return Verdict.of(Ending.SAME);
        }
        if (isReported(was, is)) {
            return Verdict.of(Ending.REPORTED);
        }
        List<Figures.Figure> fresh = after.beyond(before);
        boolean undivided =
                SingleSource.isPart(kind, mutant.path()) && sums(fresh).equals(sums(before.beyond(after)));
        boolean allowed = undivided
                || switch (mutant.harm()) {
                    case OTHER_VALUE ->
                        SingleSource.isTerm(kind, mutant.path())
                                || (SingleSource.isNumber(kind, mutant.path())
                                        && fresh.stream()
                                                .allMatch(figure -> mutant.value()
                                                        .filter(value -> same(value, figure.number()))
                                                        .isPresent()));
                    case LEFT_OUT, DOUBLED -> SingleSource.isList(kind, mutant.path());
                    case DAMAGE ->
                        (fresh.isEmpty() && SingleSource.isOptional(kind, mutant.path()))
                                || (fresh.stream()
                                                .allMatch(figure ->
                                                        figure.number().signum() == 0)
                                        && SingleSource.isZero(kind, mutant.path()));
                    case REORDERED ->
                        SingleSource.isPlace(kind, mutant.path())
                                && before.all().equals(after.all());
                    case SAME_VALUE, LOOP, WIRE -> false;
                };
        return allowed
                ? Verdict.of(Ending.TOLD)
                : Verdict.violation(is.ref() + " tells " + fresh + " instead of " + before.beyond(after));
    }

    private static Map<String, BigDecimal> sums(List<Figures.Figure> figures) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        figures.forEach(figure -> sums.merge(figure.currency(), figure.number(), BigDecimal::add));
        sums.replaceAll((currency, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    private static boolean same(BigDecimal stated, BigDecimal told) {
        return stated.abs().compareTo(told.abs()) == 0;
    }

    /** Whether a person sees it, or nothing of it is booked and never was. */
    private boolean isReported(CommerceRecord was, CommerceRecord is) {
        String name = is.ref().account().system() + "/" + is.ref().type();
        @SuppressWarnings("unchecked") // a translation is kept under its own type
        Translation<CommerceRecord> proof = (Translation<CommerceRecord>) proofs.get(name);
        if (proof == null) {
            return false;
        }
        Translated now = proof.translate(is);
        return now instanceof Translated.Park
                || (!(now instanceof Translated.Effects) && !(proof.translate(was) instanceof Translated.Effects));
    }
}
