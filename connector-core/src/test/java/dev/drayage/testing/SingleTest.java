package dev.drayage.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs test methods in a process of its own. Its exit status tells a test that failed from everything else that can go wrong
 * with a process, which ends a Java process with 1.
 */
public final class SingleTest {
    /** Every test ran and passed. */
    public static final int PASSED = 0;

    /** Not every test was found. */
    public static final int NOT_FOUND = 2;

    /** Every test ran and some failed. */
    public static final int FAILED = 3;

    private SingleTest() {}

    /** Runs the tests that the arguments name, as {@code package.Class#method}. */
    public static void main(String[] args) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(args).map(name -> selectMethod(name)).toArray(MethodSelector[]::new))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTestsStartedCount() != args.length) {
            System.exit(NOT_FOUND);
        }
        System.exit(summary.getTestsFailedCount() == 0 ? PASSED : FAILED);
    }
}
