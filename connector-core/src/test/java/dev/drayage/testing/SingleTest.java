package dev.drayage.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test method in a process of its own and exits with the number of failures: 0 or 1. */
public final class SingleTest {
    private SingleTest() {}

    /** Runs the test that the first argument names, as {@code package.Class#method}. */
    public static void main(String[] args) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(args[0]))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, listener);
        boolean ran = listener.getSummary().getTestsStartedCount() == 1;
        System.exit(ran ? (int) listener.getSummary().getTestsFailedCount() : 2);
    }
}
