package dev.drayage.netsuite.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalIdTest {
    private static final AccountId ERP = AccountId.parse("netsuite:1234567");

    private static EffectKey key(String account, String id, String purpose) {
        return new EffectKey(new RecordRef(AccountId.parse(account), "salesOrder", id), ERP, purpose);
    }

    private static String of(EffectKey key) {
        return ExternalId.of(key, RecordKind.SALES_ORDER, "salesOrder");
    }

    @Test
    void a_usual_id_is_readable() {
        assertThat(of(key("amazon:A1EX-na", "111-222-333", "salesOrder"))).isEqualTo("AMAZON-A1EX-na-SO-111-222-333");
    }

    @Test
    void only_letters_digits_hyphen_and_underscore_are_used_and_no_two_effects_share_an_id() {
        Map<String, EffectKey> seen = new HashMap<>();
        for (String account : new String[] {"amazon:A", "amazon:A-SO-1", "amazon:A.B", "amazon:A_B", "am-azon:A"}) {
            for (String id :
                    new String[] {"1", "1-SO-2", "#1", "|1", "_1", "2", "SO-2", "1__2", "x".repeat(200), "x".repeat(201)
                    }) {
                for (String purpose : new String[] {"salesOrder", "salesOrder-2"}) {
                    EffectKey key = key(account, id, purpose);
                    String external = of(key);
                    assertThat(external).matches("[A-Za-z0-9_-]{1,120}");
                    assertThat(seen.put(external, key)).as(external).isNull();
                }
            }
        }
    }

    @Test
    void order_cash_sale_and_fulfillment_of_one_source_differ_because_they_share_one_space() {
        EffectKey key = key("amazon:A", "1", "salesOrder");
        assertThat(ExternalId.of(key, RecordKind.CASH_SALE, "salesOrder")).isNotEqualTo(of(key));
    }
}
