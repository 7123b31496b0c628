package dev.drayage.testing;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A client that sends nothing and counts who tried. Thread-safe. */
public final class UncalledHttpClient extends HttpClient {
    private final HttpClient model = HttpClient.newHttpClient();
    private final AtomicInteger attempts = new AtomicInteger();

    /** A client that nobody used yet. */
    public UncalledHttpClient() {}

    /** How many requests were to be sent. */
    public int attempts() {
        return attempts.get();
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        attempts.incrementAndGet();
        throw new IllegalStateException("nothing may be sent");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        attempts.incrementAndGet();
        return CompletableFuture.failedFuture(new IllegalStateException("nothing may be sent"));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return model.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return model.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return model.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return model.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return model.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return model.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return model.authenticator();
    }

    @Override
    public Version version() {
        return model.version();
    }

    @Override
    public Optional<Executor> executor() {
        return model.executor();
    }
}
