package dev.drayage.http;

import dev.drayage.call.Randomness;
import dev.drayage.call.TimeSource;
import dev.drayage.error.SettingsException;
import dev.drayage.quota.QuotaBudget;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the options of an {@link ApiClient}. Not thread-safe. */
public final class ApiClientBuilder {
    final URI base;
    final HttpClient transport;
    final TimeSource time;
    final Set<String> otherHosts = new LinkedHashSet<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    RandomGenerator random = Randomness.secure();
    QuotaBudget quota = QuotaBudget.unlimited();
    Authorizer authorizer = Authorizer.none();
    AnswerClassifier classifier = AnswerClassifier.byStatus();
    QuotaReader quotaReader = QuotaReader.none();
    RetryLimits limits = RetryLimits.standard();
    Duration attemptLimit = Duration.ofMinutes(2);
    Duration fenceLook = Duration.ofSeconds(20);
    int maxAnswerBytes = 32 * 1024 * 1024;
    List<String> requestIdHeaders = List.of("X-Request-Id");
    int breakAfter = 10;
    Duration breakFor = Duration.ofSeconds(30);
    Logger log = LoggerFactory.getLogger(ApiClient.class);

    ApiClientBuilder(URI base, HttpClient transport, TimeSource time) {
        this.base = base;
        this.transport = transport;
        this.time = time;
    }

    /** Lets absolute addresses on these hosts through, without authorisation; a leading dot stands for all subdomains. */
    public ApiClientBuilder allowHosts(String... hosts) {
        otherHosts.addAll(List.of(hosts));
        return this;
    }

    /** A header of every request. */
    public ApiClientBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Where jitter comes from. */
    public ApiClientBuilder random(RandomGenerator generator) {
        random = generator;
        return this;
    }

    /** The budget that every attempt draws from; unlimited unless set. */
    public ApiClientBuilder quota(QuotaBudget budget) {
        quota = budget;
        return this;
    }

    /** How attempts are authorised; not at all unless set. */
    public ApiClientBuilder authorizer(Authorizer of) {
        authorizer = of;
        return this;
    }

    /** What answers mean; by status unless set. */
    public ApiClientBuilder classifier(AnswerClassifier of) {
        classifier = of;
        return this;
    }

    /** What answers say about the quota. */
    public ApiClientBuilder quotaReader(QuotaReader reader) {
        quotaReader = reader;
        return this;
    }

    /** How often and how long a call is tried. */
    public ApiClientBuilder retries(RetryLimits of) {
        limits = of;
        return this;
    }

    /** Longest time of one attempt, from the connection to the last byte; two minutes unless set. */
    public ApiClientBuilder attemptLimit(Duration longest) {
        attemptLimit = longest;
        return this;
    }

    /** How often a wait for an answer asks the call's fence; for tests. */
    ApiClientBuilder fenceLook(Duration every) {
        fenceLook = every;
        return this;
    }

    /** Largest answer in bytes, before and after unpacking; 32 MiB unless set. */
    public ApiClientBuilder maxAnswerBytes(int bytes) {
        maxAnswerBytes = bytes;
        return this;
    }

    /** Headers that hold the vendor's request id, the first that is present counts; {@code X-Request-Id} unless set. */
    public ApiClientBuilder requestIdHeaders(String... names) {
        requestIdHeaders = List.of(names);
        return this;
    }

    /** Leaves the service alone for {@code pause} after so many failures in a row; ten and thirty seconds unless set. */
    public ApiClientBuilder circuit(int failures, Duration pause) {
        breakAfter = failures;
        breakFor = pause;
        return this;
    }

    /** Where the debug lines go. */
    ApiClientBuilder log(Logger logger) {
        log = logger;
        return this;
    }

    /**
     * The client.
     *
     * @throws SettingsException if the base is not usable or the transport follows redirects
     */
    public ApiClient build() {
        if (transport.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new SettingsException(List.of("the HTTP client must not follow redirects"));
        }
        return new ApiClient(this);
    }
}
