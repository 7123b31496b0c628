package dev.drayage.netsuite.internal.record;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.List;
import java.util.Locale;

/**
 * What NetSuite says about a request that it turned down (help: "Error Handling and Error Format"). The sentences hold
 * nothing that was sent of a buyer. Immutable.
 *
 * @param status HTTP status
 * @param details one entry per {@code o:errorDetails}
 */
public record RecordRefusal(int status, List<Detail> details) {
    public RecordRefusal {
        details = List.copyOf(details);
    }

    /**
     * One reason.
     *
     * @param code {@code o:errorCode}
     * @param path {@code o:errorPath}, empty if it names none
     * @param text {@code detail}
     */
    public record Detail(String code, String path, String text) {
        private ErrorCode meaning() {
            String said = text.toLowerCase(Locale.ROOT);
            if (said.contains("period") && said.contains("closed")) {
                return ErrorCode.PERIOD_CLOSED;
            }
            if (path.endsWith("currency") || said.contains("following field: currency")) {
                return ErrorCode.CURRENCY_MISMATCH;
            }
            if (said.contains("unknown property") || said.contains("invalid property name")) {
                return ErrorCode.FIELD_UNKNOWN;
            }
            return ErrorCode.REFUSED_BY_TARGET;
        }
    }

    /**
     * Whether a record with this external id or name is there. The sentence does not say which of the two, so the caller
     * looks the external id up.
     */
    public boolean isDuplicate() {
        return details.stream()
                .map(detail -> detail.text().toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.contains("already exists") || text.contains("dup_rcrd"));
    }

    /** Whether an item of a line is refused: not in the subsidiary, or inactive. */
    public boolean concernsItem() {
        return details.stream()
                .anyMatch(detail ->
                        detail.path().endsWith(".item") || detail.text().contains("following field: item"));
    }

    /** All reasons, with NetSuite's own words and paths. */
    public Violations violations() {
        return new Violations(details.stream()
                .map(detail -> new Violation(
                        detail.meaning(),
                        detail.path(),
                        "NetSuite refused it (" + status + (detail.code().isEmpty() ? "" : " " + detail.code()) + "): "
                                + detail.text()))
                .toList());
    }
}
