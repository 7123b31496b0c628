package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.ThrottledException;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Finding;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.JournaledWrite;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesOrderTest {
    private static final String EXTERNAL_ID = "AMAZON-A1EX-na-SO-111-222-333";

    private TestBooks books = TestBooks.open();

    @AfterEach
    void close() {
        books.close();
    }

    private void reopen(TestBooks other) {
        books.close();
        books = other;
    }

    private static SalesOrder order() {
        return SampleOrders.merchant(TestBooks.SHOP, "111-222-333", TestBooks.START);
    }

    private EffectOutcome write(SalesOrder order) {
        return books.write(RecordType.SALES_ORDER, order);
    }

    private StoredRecord stored() {
        return books.netSuite.recordByExternalId("salesOrder", EXTERNAL_ID).orElseThrow();
    }

    private long created() {
        return books.netSuite.journal().count("salesOrder", JournaledWrite.Operation.CREATE);
    }

    private EffectOutcome.Applied landed() {
        return EffectOutcome.Applied.to(RecordRef.of(books.connector.account(), RecordType.SALES_ORDER, stored().id()));
    }

    private static boolean creates(WireRequest request) {
        return request.method().equals("POST") && request.path().endsWith("/salesOrder");
    }

    private static ErrorCode code(EffectOutcome outcome) {
        return ((EffectOutcome.Rejected) outcome).violations().code();
    }

    private static String message(EffectOutcome outcome) {
        return ((EffectOutcome.Rejected) outcome).violations().message();
    }

    @Test
    void an_order_is_written_with_its_lines_its_total_and_the_channels_identities() {
        EffectOutcome outcome = write(order());
        StoredRecord written = stored();
        assertThat(outcome).isEqualTo(landed());
        assertThat(written.total()).hasValue(new BigDecimal("59.85"));
        assertThat(written.status()).isEqualTo("B");
        assertThat(written.body().path("custbody_drayage_channel").asText()).isEqualTo("amazon:A1EX-na/MARKET");
        assertThat(written.body().path("custbody_drayage_order_id").asText()).isEqualTo("111-222-333");
        assertThat(written.body().path("item").path("items").findValuesAsText("custcol_drayage_line_id"))
                .containsExactly("L1", "L2");
        assertThat(written.body().path("location").path("id").asText()).isEqualTo("6");
    }

    @Test
    void the_day_of_the_document_is_cut_in_the_accounts_zone() {
        write(SampleOrders.merchant(TestBooks.SHOP, "111-222-333", Instant.parse("2026-07-01T06:30:00Z")));
        assertThat(stored().body().path("tranDate").asText()).isEqualTo("2026-06-30");
    }

    @Test
    void a_lost_answer_is_unknown_and_found_by_its_external_id() {
        books.netSuite.faults().next(1, Fault.LOST_ANSWER, SalesOrderTest::creates);
        assertThat(write(order())).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(books.resolve(RecordType.SALES_ORDER, order())).isEqualTo(new Resolution.Landed(landed()));
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void a_reset_connection_is_unknown_and_nothing_is_found() {
        books.netSuite.faults().next(1, Fault.RESET, SalesOrderTest::creates);
        assertThat(write(order())).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(books.resolve(RecordType.SALES_ORDER, order())).isEqualTo(new Resolution.NotLanded());
    }

    @Test
    void an_internal_error_after_the_work_was_done_doubles_nothing() {
        books.netSuite.faults().next(1, Fault.SERVER_ERROR_AFTER_WORK, SalesOrderTest::creates);
        assertThat(write(order())).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(write(order())).isEqualTo(landed());
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void a_repeated_create_finds_the_first_even_while_queries_lag_behind() {
        books.time.advance(Duration.ofMinutes(10));
        books.netSuite.queriesLagBehind(Duration.ofMinutes(3));
        write(order());
        assertThat(books.resolve(RecordType.SALES_ORDER, order())).isEqualTo(new Resolution.NotLanded());
        assertThat(write(order())).isEqualTo(landed());
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void another_transaction_that_took_the_external_id_is_a_conflict() {
        books.netSuite.seed(
                Seed.of(
                        "cashSale",
                        "{\"externalId\":\"" + EXTERNAL_ID
                                + "\",\"entity\":{\"id\":\"110\"},\"location\":{\"id\":\"6\"},\"item\":{\"items\":[{\"item\":{\"id\":\"98\"}}]}}"));
        assertThat(code(write(order()))).isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void the_concurrency_limit_is_waited_for() {
        books.netSuite.faults().next(2, Fault.THROTTLED, SalesOrderTest::creates);
        assertThat(write(order())).isEqualTo(landed());
    }

    @Test
    void when_the_limit_stays_the_write_did_not_happen_and_says_so() {
        books.netSuite.faults().next(20, Fault.THROTTLED, SalesOrderTest::creates);
        assertThatThrownBy(() -> write(order())).isInstanceOf(ThrottledException.class);
        assertThat(created()).isZero();
    }

    @Test
    void what_was_written_before_the_limit_keeps_its_outcome() {
        RecordSink<SalesOrder> sink = books.sink(RecordType.SALES_ORDER);
        List<Prepared<SalesOrder>> batch = List.of("1", "2", "3").stream()
                .map(id -> SampleOrders.merchant(TestBooks.SHOP, id, TestBooks.START))
                .map(order -> sink.prepare(
                        books.effect(RecordType.SALES_ORDER, order), Optional.empty(), Map.<EffectKey, RecordRef>of()))
                .toList();
        int[] seen = {0};
        books.netSuite.faults().next(20, Fault.THROTTLED, request -> creates(request) && ++seen[0] > 1);
        Map<EffectKey, EffectOutcome> outcomes = sink.apply(batch, books.call());
        assertThat(outcomes.values().stream().map(Object::getClass).map(Class::getSimpleName))
                .containsExactly("Applied", "RetryLater", "RetryLater");
    }

    @Test
    void a_missing_permission_names_what_to_grant() {
        books.netSuite.revokePermission("salesOrder");
        assertThatThrownBy(() -> write(order()))
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("TRAN_SALESORD");
    }

    @Test
    void skus_that_are_unknown_doubled_or_inactive_are_told_at_once_with_all_ids() {
        reopen(TestBooks.open(
                account -> account.seed(Seed.of("inventoryItem", "{\"id\":501,\"itemId\":\"A\",\"upcCode\":\"TWICE\"}"))
                        .seed(Seed.of("inventoryItem", "{\"id\":502,\"itemId\":\"B\",\"upcCode\":\"TWICE\"}"))
                        .seed(Seed.of(
                                "inventoryItem",
                                "{\"id\":503,\"itemId\":\"C\",\"upcCode\":\"OLD\",\"isInactive\":true}")),
                settings -> settings.skuField("upccode")));
        SalesOrder order = SalesOrder.builder()
                .from(order())
                .lines(List.of(
                        SampleOrders.line("L1", "NOWHERE", 1, "10.00"),
                        SampleOrders.line("L2", "TWICE", 1, "20.00"),
                        SampleOrders.line("L3", "OLD", 1, "21.90")))
                .build();
        EffectOutcome outcome = write(order);
        assertThat(((EffectOutcome.Rejected) outcome).violations().list())
                .extracting(violation -> violation.code())
                .containsExactly(ErrorCode.SKU_UNKNOWN, ErrorCode.SKU_AMBIGUOUS, ErrorCode.SKU_INACTIVE);
        assertThat(message(outcome)).contains("NOWHERE", "501 and 502", "503");
        assertThat(created()).isZero();
    }

    @Test
    void an_item_that_became_inactive_meanwhile_is_named() {
        write(SampleOrders.merchant(TestBooks.SHOP, "1", TestBooks.START));
        books.netSuite.clerk().inactivateItem("inventoryItem", "99");
        EffectOutcome outcome = write(order());
        assertThat(code(outcome)).isEqualTo(ErrorCode.SKU_INACTIVE);
        assertThat(message(outcome)).contains("TEE-BLACK");
    }

    @Test
    void items_of_a_batch_are_asked_for_once() {
        long before = books.netSuite.requests().of("suiteql");
        for (int i = 0; i < 5; i++) {
            write(SampleOrders.merchant(TestBooks.SHOP, "n" + i, TestBooks.START));
        }
        assertThat(books.netSuite.requests().of("suiteql") - before).isEqualTo(1);
    }

    @Test
    void carriage_without_a_ship_method_is_parked_unless_it_may_be_left_empty() {
        SalesOrder order =
                SalesOrder.builder().from(order()).shippingService("Drone").build();
        EffectOutcome outcome = write(order);
        assertThat(code(outcome)).isEqualTo(ErrorCode.VALUE_UNMAPPED);
        assertThat(message(outcome)).contains("Drone");
        reopen(TestBooks.openWith(settings -> settings.unmappedShipMethod(UnmappedShipMethod.EMPTY)));
        assertThat(write(order)).isEqualTo(landed());
    }

    @Test
    void an_order_without_a_customer_names_the_setting() {
        SalesOrder other = SampleOrders.merchant(AccountId.parse("amazon:ELSEWHERE"), "111-222-333", TestBooks.START);
        EffectOutcome outcome = write(other);
        assertThat(code(outcome)).isEqualTo(ErrorCode.VALUE_UNMAPPED);
        assertThat(message(outcome)).contains("channel.customers");
    }

    @Test
    void a_total_that_netsuite_computes_otherwise_is_a_problem_that_names_both() {
        write(order());
        books.netSuite.clerk().edit("salesOrder", stored().id(), "{\"shippingCost\": 8.95}");
        RecordSink<SalesOrder> sink = books.sink(RecordType.SALES_ORDER);
        Prepared<SalesOrder> prepared =
                sink.prepare(books.effect(RecordType.SALES_ORDER, order()), Optional.empty(), Map.of());
        Map<EffectKey, List<Finding>> findings = sink.verify(
                List.of(new RecordSink.Written(prepared.key(), landed().ref(), prepared.expectation())), books.call());
        Finding finding = findings.values().iterator().next().get(0);
        assertThat(finding.code()).isEqualTo(ErrorCode.TOTAL_MISMATCH);
        assertThat(finding.message()).contains("USD 60.85", "USD 59.85");
    }

    @Test
    void a_total_is_compared_even_while_queries_lag_behind() {
        books.time.advance(Duration.ofMinutes(10));
        books.netSuite.queriesLagBehind(Duration.ofMinutes(3));
        write(order());
        RecordSink<SalesOrder> sink = books.sink(RecordType.SALES_ORDER);
        EffectKey key = books.effect(RecordType.SALES_ORDER, order()).key();
        assertThat(sink.verify(List.of(new RecordSink.Written(key, landed().ref(), "USD 59.85")), books.call()))
                .isEmpty();
        assertThat(sink.verify(List.of(new RecordSink.Written(key, landed().ref(), "USD 1.00")), books.call()))
                .isNotEmpty();
    }

    @Test
    void an_order_that_stands_there_is_found_by_external_id_or_by_the_channels_order_id() {
        write(order());
        assertThat(find(order()).ref()).isEqualTo(Optional.of(landed().ref()));
        assertThat(find(order()).before()).containsEntry("total", "USD 59.85").containsEntry("lines", "2");
        books.netSuite.clerk().edit("salesOrder", stored().id(), "{\"externalId\": \"TYPED-BY-HAND\"}");
        assertThat(find(order()).ref()).isPresent();
        books.netSuite.clerk().enter("salesOrder", """
                {"entity":{"id":"110"},"custbody_drayage_channel":"amazon:A1EX-na/MARKET",
                 "custbody_drayage_order_id":"111-222-333","item":{"items":[{"item":{"id":"98"}}]}}
                """);
        assertThat(find(order()).violations().code()).isEqualTo(ErrorCode.MATCH_AMBIGUOUS);
    }

    @Test
    void a_copy_beside_the_order_that_was_booked_is_told() {
        write(order());
        String ours = stored().id();
        assertThat(find(order()).doubles()).isEmpty();
        String copy = books.netSuite.clerk().enter("salesOrder", """
                {"entity":{"id":"110"},"custbody_drayage_channel":"amazon:A1EX-na/MARKET",
                 "custbody_drayage_order_id":"111-222-333","item":{"items":[{"item":{"id":"98"}}]}}
                """);
        assertThat(find(order()).ref().map(RecordRef::id)).contains(ours);
        assertThat(find(order()).doubles()).extracting(RecordRef::id).containsExactly(copy);
    }

    @Test
    void a_plan_shows_what_would_be_refused_and_writes_nothing() {
        SalesOrder order = SalesOrder.builder()
                .from(order())
                .lines(List.of(SampleOrders.line("L1", "NOWHERE", 1, "51.90")))
                .build();
        assertThat(find(order).violations().code()).isEqualTo(ErrorCode.SKU_UNKNOWN);
        assertThat(find(order()).violations().isEmpty()).isTrue();
        assertThat(created()).isZero();
    }

    private Existing find(SalesOrder order) {
        Effect<SalesOrder> effect = books.effect(RecordType.SALES_ORDER, order);
        return Objects.requireNonNull(books.sink(RecordType.SALES_ORDER)
                .find(List.of(effect), books.call())
                .get(effect.key()));
    }

    @Test
    void a_refusal_tells_netsuites_words_and_nothing_of_the_buyer() {
        reopen(TestBooks.openWith(
                settings -> settings.set("form.salesOrder", "68").set("subsidiary", "9")));
        EffectOutcome outcome = write(order());
        assertThat(code(outcome)).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(message(outcome)).doesNotContain("Robin").doesNotContain("example.com");
    }

    @Test
    void a_field_that_the_account_does_not_have_is_refused_instead_of_dropped() {
        reopen(TestBooks.openWith(settings -> settings.set("field.lineId", "custcol_other")));
        EffectOutcome outcome = write(order());
        assertThat(code(outcome)).isEqualTo(ErrorCode.FIELD_UNKNOWN);
        assertThat(message(outcome)).contains("custcol_other");
        assertThat(created()).isZero();
    }

    @Test
    void nothing_is_sent_after_close() {
        books.connector.close();
        books.connector.close();
        assertThatThrownBy(() -> write(order())).isInstanceOf(CancelledException.class);
        assertThat(created()).isZero();
    }
}
