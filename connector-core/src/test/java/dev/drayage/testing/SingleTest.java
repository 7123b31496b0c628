package dev.drayage.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs test methods of classes that were loaded apart.
 *
 * @param ending how they ended
 * @param failures what the failed ones said
 */
public record SingleTest(Ending ending, List<String> failures) {
    /** Tells tests that failed from everything else that can go wrong. */
    public enum Ending {
        /** Every test ran and passed. */
        PASSED,
        /** Not every test was found. */
        NOT_FOUND,
        /** Every test ran and some failed. */
        FAILED
    }

    /** Runs the tests of those names, {@code package.Class#method}, on this thread, with classes of {@code loader}. */
    public static SingleTest of(ClassLoader loader, List<String> names) throws ClassNotFoundException {
        MethodSelector[] methods = new MethodSelector[names.size()];
        for (int i = 0; i < methods.length; i++) {
            String[] name = names.get(i).split("#", -1);
            methods[i] = selectMethod(loader.loadClass(name[0]), name[1]);
        }
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(methods).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        TestExecutionSummary summary = listener.getSummary();
        List<String> failures = summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                .toList();
        if (summary.getTestsStartedCount() != names.size()) {
            return new SingleTest(Ending.NOT_FOUND, failures);
        }
        return new SingleTest(summary.getTestsFailedCount() == 0 ? Ending.PASSED : Ending.FAILED, failures);
    }
}
