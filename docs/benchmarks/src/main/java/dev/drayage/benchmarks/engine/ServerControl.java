package dev.drayage.benchmarks.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sets the server up and asks it what it saw. */
record ServerControl(URI address) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What the ERP was sent: calls, distinct orders, calls that repeated an order, a checksum of the bodies, requests of any kind. */
    record Seen(long posts, long orders, long doubled, long checksum, long requests) {}

    void set(long millis, long orders) throws IOException, InterruptedException {
        ask("/set?millis=" + millis + "&orders=" + orders);
    }

    void forget(long millis, long orders) throws IOException, InterruptedException {
        ask("/set?millis=" + millis + "&orders=" + orders + "&forget=yes");
    }

    Seen seen() throws IOException, InterruptedException {
        String[] figures = ask("/figures").split(" ", -1);
        return new Seen(
                Long.parseLong(figures[0]),
                Long.parseLong(figures[1]),
                Long.parseLong(figures[2]),
                Long.parseLong(figures[3]),
                Long.parseLong(figures[4]));
    }

    private String ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }
}
