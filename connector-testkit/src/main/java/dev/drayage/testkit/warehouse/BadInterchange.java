package dev.drayage.testkit.warehouse;

/** An interchange whose envelope cannot be trusted, so that nothing in it is read. */
final class BadInterchange extends Exception {
    private static final long serialVersionUID = 1;

    BadInterchange(String what) {
        super(what);
    }
}
