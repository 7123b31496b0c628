package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The labels resource, read only. There is no filter by the last change: a void is found by {@code label_status} or
 * {@code sort_by=voided_at}. Not thread-safe; the account guards it.
 */
final class LabelsApi {
    private final Account account;
    private final Traffic traffic;

    LabelsApi(Account account, Traffic traffic) {
        this.account = account;
        this.traffic = traffic;
    }

    WireResponse list(WireRequest request) {
        ListQuery query = new ListQuery(request);
        Predicate<History.Version<Label>> filter = query.<History.Version<Label>>is(
                        "label_status", label -> label.state().status().word())
                .and(query.is("shipment_id", label -> label.state().shipmentId()))
                .and(query.is("tracking_number", label -> label.state().trackingNumber()))
                .and(query.is("service_code", label -> label.state().serviceCode()))
                .and(query.within(
                        "created_at_start",
                        "created_at_end",
                        label -> label.state().createdAt()));
        Map<String, Function<History.Version<Label>, Instant>> orders = Map.of(
                "created_at", label -> label.state().createdAt(),
                "modified_at", History.Version::since,
                "voided_at", label -> label.state().voided() ? label.since() : Instant.EPOCH);
        List<History.Version<Label>> matching = account.listedLabels().stream()
                .filter(filter)
                .sorted(query.order(orders, "created_at"))
                .toList();
        return query.page("labels", matching, this::json, name -> traffic.ignore(Operation.LIST_LABELS, name));
    }

    /** One label as it is now; {@code label_download_type} chooses a form of its files, which nobody prints here. */
    WireResponse byId(WireRequest request, String labelId) {
        request.query().keySet().stream()
                .filter(name -> !name.equals("label_download_type"))
                .forEach(name -> traffic.ignore(Operation.GET_LABEL, name));
        return account.findLabel(labelId)
                .map(label -> WireResponse.json(200, json(label).toString()))
                .orElseThrow(() -> VendorError.notFound("There is no label '" + labelId + "'.")
                        .thrown());
    }

    private ObjectNode json(History.Version<Label> label) {
        return LabelJson.of(
                label.state(),
                label.since(),
                account.shipmentOf(label.state().shipmentId()),
                account.midnight(label.state().shipDate()));
    }
}
