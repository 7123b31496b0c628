package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.shipstation.Depositor.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages, filters, order and lag of the lists. */
class ListsTest {
    private final Depositor depositor = new Depositor();

    @AfterEach
    void close() {
        depositor.close();
    }

    private List<String> ids(String... query) {
        return depositor.get("/v2/shipments", query).column("shipments", "external_shipment_id");
    }

    @Test
    void an_empty_list_has_a_page_and_no_pages() {
        Answer answer = depositor.get("/v2/shipments");
        assertThat(answer.body().path("total").asInt(-1)).isZero();
        assertThat(answer.body().path("page").asInt()).isEqualTo(1);
        assertThat(answer.body().path("pages").asInt(-1)).isZero();
        assertThat(answer.body().at("/links/next").isEmpty()).isTrue();
    }

    @Test
    void links_lead_through_all_pages_even_if_all_were_modified_at_once() {
        for (int i = 0; i < 7; i++) {
            depositor.order("A" + i);
        }
        List<String> seen = new ArrayList<>();
        Answer page = depositor.get(
                "/v2/shipments",
                "modified_at_start",
                "2026-11-16T08:00:00Z",
                "modified_at_end",
                "2026-11-16T08:00:00Z",
                "sort_by",
                "modified_at",
                "sort_dir",
                "asc",
                "page_size",
                "3");
        assertThat(page.body().path("pages").asInt()).isEqualTo(3);
        assertThat(page.body().path("total").asInt()).isEqualTo(7);
        while (true) {
            seen.addAll(page.column("shipments", "external_shipment_id"));
            String next = page.body().at("/links/next/href").asText();
            if (next.isEmpty()) {
                break;
            }
            URI uri = URI.create(next);
            page = Depositor.send(depositor
                    .request(uri.getRawPath() + "?" + uri.getRawQuery())
                    .GET());
        }
        assertThat(seen).containsExactly("A0", "A1", "A2", "A3", "A4", "A5", "A6");
        assertThat(page.body().at("/links/prev/href").asText()).contains("page=2", "page_size=3");
        assertThat(depositor.station.traffic().ignored()).isEmpty();
    }

    @Test
    void a_change_between_two_pages_moves_a_shipment_across_the_border() {
        depositor.order("A");
        depositor.order("B");
        depositor.order("C");
        String[] second = {"sort_by", "modified_at", "sort_dir", "asc", "page_size", "2", "page", "2"};
        assertThat(ids("sort_by", "modified_at", "sort_dir", "asc", "page_size", "2"))
                .containsExactly("A", "B");
        depositor.clock.pass(Duration.ofSeconds(1));
        depositor.station.desk().startProcessing("A");
        // C moved to the first page, which was read already.
        assertThat(ids(second)).containsExactly("A");
    }

    @Test
    void a_page_behind_the_last_is_empty() {
        depositor.order("A");
        assertThat(ids("page", "2")).isEmpty();
    }

    @Test
    void the_newest_come_first_unless_told_otherwise() {
        depositor.order("A");
        depositor.clock.pass(Duration.ofMinutes(1));
        depositor.order("B");
        depositor.clock.pass(Duration.ofMinutes(1));
        depositor.station.desk().startProcessing("A");
        assertThat(ids()).containsExactly("B", "A");
        assertThat(ids("sort_by", "modified_at")).containsExactly("A", "B");
        assertThat(ids("sort_by", "modified_at", "sort_dir", "asc")).containsExactly("B", "A");
        assertThat(ids("shipment_status", "processing")).containsExactly("A");
        assertThat(ids("modified_at_start", "2026-11-16T08:02:00Z")).containsExactly("A");
        assertThat(ids("modified_at_end", "2026-11-16T09:01:00+01:00")).containsExactly("B");
        assertThat(ids("created_at_end", "2026-11-16T08:00:00Z")).containsExactly("A");
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0",
        "page_size, x",
        "sort_by, name",
        "sort_dir, up",
        "modified_at_start, yesterday",
        "created_at_end, 2026-11-16T08:00:00"
    })
    void what_no_parameter_can_be_is_refused(String name, String value) {
        Answer answer = depositor.get("/v2/shipments", name, value);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_field_value");
        assertThat(answer.body().at("/errors/0/field_name").asText()).isEqualTo(name);
    }

    @Test
    void lists_lag_behind_and_single_shipments_do_not() {
        depositor.station.listsLag(Duration.ofMinutes(5));
        depositor.order("A");
        assertThat(depositor.byExternalId("A").status()).isEqualTo(200);
        assertThat(ids()).isEmpty();
        depositor.clock.pass(Duration.ofMinutes(5));
        assertThat(ids()).containsExactly("A");

        Label label = depositor.station.desk().buyLabel("A", Packing.everything());
        assertThat(depositor.byExternalId("A").body().path("shipment_status").asText())
                .isEqualTo("label_purchased");
        assertThat(ids("shipment_status", "pending")).containsExactly("A");
        assertThat(depositor.get("/v2/labels").body().path("total").asInt(-1)).isZero();
        depositor.clock.pass(Duration.ofMinutes(5));
        // What shows late bears the time at which it happened: a caller who asks for what is new since then misses it.
        assertThat(depositor.get("/v2/labels").column("labels", "created_at")).containsExactly("2026-11-16T08:05:00Z");
        assertThat(ids("modified_at_start", "2026-11-16T08:05:01Z")).isEmpty();
        assertThat(ids("shipment_status", "label_purchased")).containsExactly("A");

        depositor.station.desk().voidLabel(label.labelId());
        assertThat(depositor.get("/v2/labels").column("labels", "voided")).containsExactly("false");
        depositor.clock.pass(Duration.ofMinutes(5));
        assertThat(depositor.get("/v2/labels").column("labels", "voided")).containsExactly("true");
    }
}
