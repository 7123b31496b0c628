package dev.drayage.threepl.internal.shipstation;

import dev.drayage.http.ApiRequest;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.spi.Slice;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The lists which, read one after the other, tell each departure of a window once. ShipStation filters lists by the time
 * of making only, and takes both ends as inside the window; so what a list answers is told if it changed within the window.
 * Immutable. Vendor's pages of API V2: docs.shipstation.com/openapi/labels/list_labels and
 * docs.shipstation.com/openapi/fulfillments/list_fulfillments.
 */
enum DepartureList {
    /** Labels that were bought in the window and stand. */
    LABELS {
        @Override
        ApiRequest.Builder request(Slice.Window window, Watch watch) {
            return labels(window.from(), window.to())
                    .query("sort_by", "created_at")
                    .query("sort_dir", "asc");
        }

        @Override
        boolean tells(JsonValue one, Slice.Window window) {
            return !Departure.voided(one) && super.tells(one, window);
        }
    },

    /**
     * Fulfillments that were made or voided in the window. Nothing filters or sorts them by voiding ({@code sort_by} knows
     * {@code modified_at}, but no fulfillment tells it, so nobody would know where to stop): all of the watched time are
     * looked through.
     */
    FULFILLMENTS {
        @Override
        ApiRequest.Builder request(Slice.Window window, Watch watch) {
            return ApiRequest.get("list fulfillments")
                    .path("/v2/fulfillments")
                    .query(
                            "create_date_start",
                            window.from().minus(watch.fulfillments()).toString())
                    .query("create_date_end", window.to().toString())
                    .query("sort_by", "created_at")
                    .query("sort_dir", "asc");
        }
    },

    /** Labels that were voided in the window, whenever they were bought; the last void comes first. */
    VOIDED {
        @Override
        ApiRequest.Builder request(Slice.Window window, Watch watch) {
            return labels(window.from().minus(watch.labels()), window.to())
                    .query("label_status", "voided")
                    .query("sort_by", "voided_at")
                    .query("sort_dir", "desc");
        }

        // Older voids follow only; an order that was not asked for is not relied upon.
        @Override
        boolean isPast(List<JsonValue> page, Slice.Window window) {
            Instant last = Instant.MAX;
            try {
                for (JsonValue one : page) {
                    Instant at = Departure.changedAt(one);
                    if (at.isAfter(last)) {
                        return false;
                    }
                    last = at;
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                return false;
            }
            return last.isBefore(window.from());
        }
    };

    /**
     * How old what is voided may be to be noticed.
     *
     * @param labels a label
     * @param fulfillments a fulfillment
     */
    record Watch(Duration labels, Duration fulfillments) {}

    /** Asks for the list, without its page. */
    abstract ApiRequest.Builder request(Slice.Window window, Watch watch);

    /**
     * Whether it belongs to the window. Times are told with fractions of a second of any length, so no last instant could be
     * asked for that loses nothing. What tells no time is told each time rather than never.
     */
    boolean tells(JsonValue one, Slice.Window window) {
        try {
            Instant changedAt = Departure.changedAt(one);
            return !changedAt.isBefore(window.from()) && changedAt.isBefore(window.to());
        } catch (IllegalArgumentException | DateTimeException e) {
            return true;
        }
    }

    /** Whether the pages after this one hold nothing of the window. */
    boolean isPast(List<JsonValue> page, Slice.Window window) {
        return false;
    }

    boolean ofLabels() {
        return this != FULFILLMENTS;
    }

    private static ApiRequest.Builder labels(Instant from, Instant to) {
        return ApiRequest.get("list labels")
                .path("/v2/labels")
                .query("created_at_start", from.toString())
                .query("created_at_end", to.toString());
    }
}
