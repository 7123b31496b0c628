package dev.drayage.spi;

import dev.drayage.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All reasons why a record cannot be written, found in one go.
 *
 * @param list the reasons, the gravest first
 */
public record Violations(List<Violation> list) {
    public Violations {
        list = List.copyOf(list);
    }

    /** No reason. */
    public static Violations none() {
        return new Violations(List.of());
    }

    /** One reason. */
    public static Violations of(ErrorCode code, String field, String message) {
        return new Violations(List.of(new Violation(code, field, message)));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The first reason's code; {@link ErrorCode#DEFECT} if there is none. */
    public ErrorCode code() {
        return list.isEmpty() ? ErrorCode.DEFECT : list.get(0).code();
    }

    /** All reasons in one line. */
    public String message() {
        return list.stream()
                .map(v -> v.field().isEmpty() ? v.message() : v.field() + ": " + v.message())
                .collect(Collectors.joining("; "));
    }
}
