package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.PackageSublist;
import dev.drayage.testkit.netsuite.PageFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FulfillmentSourceTest {
    private TestBooks books = TestBooks.open(account -> account.with(AccountPreference.LINE_NUMBER_GAPS));

    @AfterEach
    void close() {
        books.close();
    }

    private void reopen(TestBooks other) {
        books.close();
        books = other;
    }

    private RecordSource<ItemFulfillment> source() {
        return books.connector.source(RecordType.ITEM_FULFILLMENT).orElseThrow();
    }

    /** An order, booked, whose fulfillment of everything is entered by a person. */
    private String shipped(String order, String json) {
        SalesOrder.Builder sale = SalesOrder.builder().from(Shipments.order(order));
        sale.channel(new SalesChannel(TestBooks.SHOP, "MARKET", Set.of("PRIME", "BUSINESS")));
        books.write(RecordType.SALES_ORDER, sale.build());
        String id = books.netSuite
                .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-" + order)
                .orElseThrow()
                .id();
        return books.netSuite.clerk().fulfill(id, json);
    }

    private static final String WITH_ONE_PACKAGE =
            "{\"shipStatus\":{\"id\":\"C\"},\"shipMethod\":{\"id\":\"92\"},\"package\":{\"items\":[{\"packageTrackingNumber\":\"1Z1\"}]}}";

    private List<Change<ItemFulfillment>> all(Instant from, Instant to) {
        List<Change<ItemFulfillment>> changes = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<ItemFulfillment> page = source().read(new Slice.Window(from, to), at, books.call());
            changes.addAll(page.changes());
            at = page.next();
        } while (at.isPresent());
        return changes;
    }

    private List<Change<ItemFulfillment>> today() {
        return all(TestBooks.START.minus(Duration.ofDays(1)), TestBooks.START.plus(Duration.ofDays(1)));
    }

    private static ItemFulfillment record(Change<ItemFulfillment> change) {
        return ((Change.Present<ItemFulfillment>) change).record();
    }

    private List<String> ids(List<Change<ItemFulfillment>> changes) {
        return changes.stream().map(change -> change.ref().id()).toList();
    }

    @Test
    void a_shipped_fulfillment_tells_its_order_in_every_name_its_channel_and_its_lines() {
        String id = shipped("111-1", WITH_ONE_PACKAGE);
        Change<ItemFulfillment> change = today().get(0);
        ItemFulfillment shipment = record(change);
        assertThat(shipment.ref()).isEqualTo(RecordRef.of(books.connector.account(), RecordType.ITEM_FULFILLMENT, id));
        assertThat(shipment.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID))
                .hasValue("111-1");
        assertThat(shipment.orderReference(OrderReference.Kind.ERP_NUMBER)).hasValue("SO1001");
        assertThat(shipment.channel())
                .hasValue(new SalesChannel(TestBooks.SHOP, "MARKET", Set.of("PRIME", "BUSINESS")));
        assertThat(shipment.lines())
                .extracting(line ->
                        line.line() + " " + line.sku() + " " + line.quantity().toPlainString())
                .containsExactly(
                        LineReference.channel("L1") + " MUG-BLUE 2",
                        LineReference.channel("L2") + " TEE-BLACK 1",
                        LineReference.channel("L3") + " MUG-BLUE 3");
        assertThat(shipment.shippedAt()).isEqualTo(TestBooks.START);
        assertThat(((Change.Present<ItemFulfillment>) change).changedAt()).isEqualTo(TestBooks.START);
        ShippedPackage parcel = shipment.packages().get(0);
        assertThat(parcel.reference()).isEqualTo(id + "01");
        assertThat(parcel.trackingNumbers()).containsExactly("1Z1");
        assertThat(parcel.carrier().name()).isEqualTo("UPS Ground");
    }

    @Test
    void what_has_not_left_is_read_as_such_so_that_one_that_was_taken_back_is_seen() {
        String id = shipped("111-1", "{}");
        assertThat(status(today())).isNotEqualTo(ItemFulfillment.Status.SHIPPED);
        books.netSuite.clerk().markShipped(id);
        assertThat(ids(today())).containsExactly(id);
        assertThat(status(today())).isEqualTo(ItemFulfillment.Status.SHIPPED);
        books.netSuite.clerk().markNotShipped(id);
        assertThat(status(today())).isNotEqualTo(ItemFulfillment.Status.SHIPPED);
    }

    private static ItemFulfillment.Status status(List<Change<ItemFulfillment>> changes) {
        return ((Change.Present<ItemFulfillment>) changes.get(0)).record().status();
    }

    @Test
    void several_parcels_are_read_from_every_carriers_sublist_with_their_contents() {
        for (PackageSublist home : PackageSublist.values()) {
            reopen(TestBooks.open(account -> account.packages(home)));
            shipped("111-1", """
                    {"shipStatus":{"id":"C"},"package":{"items":[
                      {"packageTrackingNumber":"1Z1","packageDescr":"Lines 1x2, 2x1","packageWeight":10},
                      {"packageTrackingNumber":""},
                      {"packageTrackingNumber":"1Z2","packageDescr":"Lines 3x3"},
                      {"packageTrackingNumber":"1Z2"}]}}
                    """);
            List<ShippedPackage> parcels = record(today().get(0)).packages();
            assertThat(parcels).as("%s", home).hasSize(2);
            assertThat(parcels.get(0).trackingNumbers()).containsExactly("1Z1");
            assertThat(parcels.get(0).weightKg()).hasValue(new BigDecimal("4.5359"));
            assertThat(parcels.get(0).contents()).hasSize(2);
            assertThat(parcels.get(1).contents().get(0).quantity()).isEqualByComparingTo("3");
        }
    }

    @Test
    void contents_that_do_not_add_up_are_not_told_at_all() {
        shipped("111-1", """
                {"shipStatus":{"id":"C"},"package":{"items":[
                  {"packageTrackingNumber":"1Z1","packageDescr":"Lines 1x2"},
                  {"packageTrackingNumber":"1Z2","packageDescr":"my own words"}]}}
                """);
        assertThat(record(today().get(0)).packages())
                .allSatisfy(parcel -> assertThat(parcel.contents()).isEmpty());
    }

    @Test
    void what_the_sink_wrote_is_read_back_parcel_by_parcel() {
        books.write(RecordType.SALES_ORDER, Shipments.order("111-1"));
        books.write(
                RecordType.ITEM_FULFILLMENT,
                Shipments.of("S1", "111-1", Shipments.units("L1", 2), Shipments.units("L3", 1))
                        .addPackages(
                                Shipments.parcel("C1", "1Z1", Shipments.units("L1", 1)),
                                Shipments.parcel("C2", "1Z2", Shipments.units("L1", 1), Shipments.units("L3", 1)))
                        .build());
        List<ShippedPackage> parcels = record(today().get(0)).packages();
        assertThat(parcels.get(1).contents())
                .extracting(line -> line.line().value() + "x" + line.quantity().toPlainString())
                .containsExactly("L1x1", "L3x1");
        assertThat(parcels.get(0).weightKg().orElseThrow()).isEqualByComparingTo("1.5");
    }

    @Test
    void a_corrected_tracking_number_keeps_the_parcels_name_and_changes_the_revision() {
        String id = shipped("111-1", WITH_ONE_PACKAGE);
        Change<ItemFulfillment> before = today().get(0);
        books.time.advance(Duration.ofMinutes(5));
        books.netSuite.clerk().editTracking(id, List.of("1Z9"));
        Change<ItemFulfillment> after = today().get(0);
        assertThat(record(after).packages().get(0).reference())
                .isEqualTo(record(before).packages().get(0).reference());
        assertThat(record(after).packages().get(0).trackingNumbers()).containsExactly("1Z9");
        assertThat(((Change.Present<ItemFulfillment>) after).revision())
                .isNotEqualTo(((Change.Present<ItemFulfillment>) before).revision());
    }

    @Test
    void pages_go_by_internal_id_and_lose_nothing_when_a_record_is_changed_meanwhile() {
        reopen(TestBooks.openWith(settings -> settings.set("query.pageSize", "2")));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(shipped("n-" + i, WITH_ONE_PACKAGE));
        }
        Slice.Window window =
                new Slice.Window(TestBooks.START.minusSeconds(60), TestBooks.START.plus(Duration.ofDays(1)));
        Page<ItemFulfillment> first = source().read(window, Optional.empty(), books.call());
        books.time.advance(Duration.ofMinutes(1));
        books.netSuite.clerk().editTracking(made.get(0), List.of("1Z8"));
        List<String> read = new ArrayList<>(ids(first.changes()));
        Optional<Cursor> at = first.next();
        while (at.isPresent()) {
            Page<ItemFulfillment> page = source().read(window, at, books.call());
            read.addAll(ids(page.changes()));
            at = page.next();
        }
        assertThat(read).containsExactlyElementsOf(made);
        assertThatThrownBy(() -> source().read(window, Optional.of(new Cursor("x")), books.call()))
                .isInstanceOf(CursorExpiredException.class);
    }

    @Test
    void windows_are_exact_in_utc_around_local_midnight_and_the_change_of_clocks() {
        List<Instant> moments = List.of(
                Instant.parse("2026-07-01T06:59:59Z"), // one second before midnight in Los Angeles
                Instant.parse("2026-07-01T07:00:00Z"),
                Instant.parse("2026-11-01T08:30:00Z"), // 1:30, the first time
                Instant.parse("2026-11-01T09:30:00Z"), // 1:30 again
                Instant.parse("2027-03-14T09:59:59Z"),
                Instant.parse("2027-03-14T10:00:00Z")); // 3:00 follows 1:59:59
        List<String> made = new ArrayList<>();
        for (Instant moment : moments) {
            books.time.advanceTo(moment);
            made.add(shipped("at-" + moment.getEpochSecond(), WITH_ONE_PACKAGE));
        }
        for (int i = 0; i < moments.size(); i++) {
            Instant moment = moments.get(i);
            assertThat(ids(all(moment, moment.plusSeconds(1)))).containsExactly(made.get(i));
            assertThat(ids(all(moment.plusSeconds(1), moment.plusSeconds(2)))).doesNotContain(made.get(i));
            assertThat(ids(all(moment.minusSeconds(1), moment))).doesNotContain(made.get(i));
        }
    }

    @Test
    void the_day_of_shipping_is_the_accounts_day() {
        reopen(TestBooks.open(account -> account.zone(ZoneId.of("America/Los_Angeles"))));
        books.time.advanceTo(Instant.parse("2026-07-01T06:30:00Z"));
        String id = shipped("111-1", WITH_ONE_PACKAGE);
        books.netSuite.clerk().edit("itemFulfillment", id, "{\"tranDate\":\"2026-06-29\"}");
        ItemFulfillment shipment =
                record(all(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-07-02T00:00:00Z"))
                        .get(0));
        assertThat(shipment.shippedAt()).isEqualTo(Instant.parse("2026-06-29T19:00:00Z"));
    }

    @Test
    void rows_that_are_missing_repeated_or_reordered_are_asked_for_again() {
        reopen(TestBooks.openWith(settings -> settings.set("query.pageSize", "3")));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(shipped("n-" + i, WITH_ONE_PACKAGE));
        }
        for (PageFault fault : PageFault.values()) {
            for (int pages = 1; pages <= 2; pages++) {
                books.netSuite.nextPages(pages, fault);
                assertThat(ids(today())).as("%s x %s", fault, pages).containsExactlyElementsOf(made);
            }
        }
    }

    @Test
    void a_change_that_queries_do_not_show_yet_is_not_believed_absent() {
        books.time.advance(Duration.ofMinutes(30));
        String id = shipped("111-1", WITH_ONE_PACKAGE);
        books.netSuite.queriesLagBehind(Duration.ofMinutes(2));
        RecordRef ref = RecordRef.of(books.connector.account(), RecordType.ITEM_FULFILLMENT, id);
        assertThat(source().fetch(ref, books.call())).isInstanceOf(Change.NotVisible.class);
        books.time.advance(Duration.ofMinutes(3));
        assertThat(source().fetch(ref, books.call())).isInstanceOf(Change.Present.class);
    }

    @Test
    void a_deleted_fulfillment_is_gone() {
        String id = shipped("111-1", WITH_ONE_PACKAGE);
        RecordRef ref = RecordRef.of(books.connector.account(), RecordType.ITEM_FULFILLMENT, id);
        books.netSuite.clerk().deleteFulfillment(id);
        assertThat(source().fetch(ref, books.call())).isInstanceOf(Change.Gone.class);
        assertThat(today()).isEmpty();
    }

    @Test
    void an_empty_window_is_not_believed_when_the_role_lost_the_permission() {
        shipped("111-1", WITH_ONE_PACKAGE);
        books.netSuite.revokePermission("itemFulfillment");
        assertThatThrownBy(this::today)
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("TRAN_ITEMSHIP");
        books.netSuite.grantPermission("itemFulfillment");
        books.netSuite.revokePermission("salesOrder");
        assertThatThrownBy(this::today).isInstanceOf(AuthorisationException.class);
    }

    @Test
    void a_flag_on_the_fulfillment_can_narrow_what_is_read() {
        reopen(TestBooks.open(
                account -> account.customField("custbody_export", FieldKind.FLAG),
                settings -> settings.fulfillmentsWhere("custbody_export", "T")));
        String id = shipped("111-1", WITH_ONE_PACKAGE);
        shipped("222-2", WITH_ONE_PACKAGE);
        assertThat(today()).isEmpty();
        books.netSuite.clerk().edit("itemFulfillment", id, "{\"custbody_export\":true}");
        assertThat(ids(today())).containsExactly(id);
    }

    @Test
    void a_page_of_many_costs_a_handful_of_calls() {
        for (int i = 0; i < 20; i++) {
            shipped("n-" + i, WITH_ONE_PACKAGE);
        }
        long before = books.netSuite.requests().of("suiteql");
        assertThat(today()).hasSize(20);
        assertThat(books.netSuite.requests().of("suiteql") - before).isEqualTo(4);
        assertThat(books.netSuite.requests().of("read itemFulfillment")).isZero();
    }
}
