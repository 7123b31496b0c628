package dev.drayage.netsuite.internal.refund;

import dev.drayage.call.CallContext;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.record.RecordKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Units of a sales order's lines that were billed and did not leave. Immutable.
 *
 * @param units by the channel's line id
 * @param billed whether anything of the order itself was billed; a bill with lines of its own leaves no trace in it
 */
record BilledAhead(Map<String, BigDecimal> units, boolean billed) {
    /** How much of what never left stands in a bill. */
    enum Share {
        ALL,
        SOME,
        NONE,
        /** The order does not tell. */
        UNKNOWN
    }

    BilledAhead {
        units = Map.copyOf(units);
    }

    static BilledAhead read(NetSuiteAccount account, String order, String lineIdField, CallContext call) {
        Map<String, BigDecimal> ahead = new LinkedHashMap<>();
        boolean any = false;
        Optional<JsonValue> record = account.records().read(RecordKind.SALES_ORDER, order, call);
        for (JsonValue line :
                record.map(found -> found.at("item").elements("items")).orElseGet(List::of)) {
            BigDecimal billed = line.decimal("quantityBilled").orElse(BigDecimal.ZERO);
            BigDecimal left = line.decimal("quantityFulfilled").orElse(BigDecimal.ZERO);
            any |= billed.signum() > 0;
            line.text(lineIdField)
                    .ifPresent(tag -> ahead.merge(tag, billed.subtract(left).max(BigDecimal.ZERO), BigDecimal::add));
        }
        return new BilledAhead(ahead, any);
    }

    /** Of the units of a refund that never left. */
    Share of(Refund refund) {
        if (!billed) {
            return Share.UNKNOWN;
        }
        Map<String, BigDecimal> wanted = new LinkedHashMap<>();
        refund.lines().stream()
                .filter(line -> line.restock() == RefundLine.Restock.CANCELLED)
                .forEach(line -> wanted.merge(line.line().value(), line.quantity(), BigDecimal::add));
        boolean all =
                wanted.entrySet().stream().allMatch(line -> ahead(line.getKey()).compareTo(line.getValue()) >= 0);
        boolean none = wanted.keySet().stream().allMatch(line -> ahead(line).signum() == 0);
        return all ? Share.ALL : none ? Share.NONE : Share.SOME;
    }

    private BigDecimal ahead(String line) {
        return units.getOrDefault(line, BigDecimal.ZERO);
    }
}
