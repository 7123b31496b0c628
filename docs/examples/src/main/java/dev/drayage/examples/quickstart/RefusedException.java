package dev.drayage.examples.quickstart;

import java.io.Serial;
import java.util.List;

/** What the program was told cannot be used; every fault is a line that says what to write instead. */
final class RefusedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    RefusedException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each. */
    List<String> faults() {
        return faults;
    }

    /** Tells whoever started the program. */
    void tell() {
        faults.forEach(fault -> System.err.println("quickstart: " + fault));
    }
}
