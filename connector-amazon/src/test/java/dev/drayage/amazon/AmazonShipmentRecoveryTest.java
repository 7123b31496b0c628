package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.wire.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmazonShipmentRecoveryTest extends ShipmentScene {
    @Test
    void a_lost_answer_is_found_landed_by_reading_back() {
        Prepared<ItemFulfillment> sent = prepared(new Shipments());
        seller.amazon.faults().next(1, Fault.LOST_ANSWER, Operation.CONFIRM_SHIPMENT::matches);

        assertThatThrownBy(() -> apply(sent)).isInstanceOf(OutcomeUnknownException.class);

        assertThat(resolve(sent)).isEqualTo(new Resolution.Landed(EffectOutcome.Applied.to(ref("1"))));
        assertThat(seller.amazon.journal().count()).isEqualTo(1);
    }

    @Test
    void a_server_error_after_the_work_is_found_landed_too() {
        Prepared<ItemFulfillment> sent = prepared(new Shipments());
        seller.amazon.faults().next(1, Fault.SERVER_ERROR_AFTER_WORK, Operation.CONFIRM_SHIPMENT::matches);

        assertThatThrownBy(() -> apply(sent)).isInstanceOf(OutcomeUnknownException.class);

        assertThat(resolve(sent)).isInstanceOf(Resolution.Landed.class);
    }

    @Test
    void a_request_that_never_arrived_is_not_landed_and_can_be_sent_again() {
        Prepared<ItemFulfillment> sent = prepared(new Shipments());
        seller.amazon.faults().next(1, Fault.RESET, Operation.CONFIRM_SHIPMENT::matches);
        assertThatThrownBy(() -> apply(sent)).isInstanceOf(OutcomeUnknownException.class);

        assertThat(resolve(sent)).isInstanceOf(Resolution.NotLanded.class);
        assertThat(apply(sent)).isInstanceOf(EffectOutcome.Applied.class);
    }

    @Test
    void absence_is_believed_only_after_the_time_that_amazon_needs_to_show_a_package() {
        assertThat(seller.shipments().traits().absenceGrace()).isEqualTo(Duration.ofMinutes(2));
        assertThat(seller.shipments().traits().batchSize()).isEqualTo(1);
    }

    @Test
    void a_package_with_other_contents_differs_for_a_new_one_and_is_not_landed_for_a_correction() {
        apply(new Shipments().tracking("ENTERED-BY-HAND"));

        assertThat(resolve(prepared(new Shipments()))).isInstanceOf(Resolution.Differs.class);
        assertThat(resolve(prepared(new Shipments(), Optional.of(ref("1"))))).isInstanceOf(Resolution.NotLanded.class);
    }

    @Test
    void a_repeat_that_amazon_refuses_is_unchanged_if_the_package_is_there() {
        apply(new Shipments());
        seller.amazon.orders().refuseRepeats(true);

        assertThat(apply(new Shipments())).isEqualTo(new EffectOutcome.Unchanged(ref("1")));
    }

    @Test
    void a_refusal_for_quota_is_waited_out_because_nothing_ran() {
        seller.amazon.faults().next(1, Fault.THROTTLED, Operation.CONFIRM_SHIPMENT::matches);

        assertThat(apply(new Shipments())).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(seller.amazon.journal().count()).isEqualTo(1);
    }

    @Test
    void a_token_that_ended_early_is_renewed_and_the_write_happens_once() {
        RecordSink<ItemFulfillment> sink = seller.shipments();
        sink.apply(List.of(prepared(new Shipments().units("1"))), seller.call());
        seller.amazon.login().expireAccessTokens();

        assertThat(sink.apply(List.of(prepared(new Shipments().parcel("2").units("1"))), seller.call())
                        .values())
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(EffectOutcome.Applied.class));
        assertThat(seller.amazon.journal().count()).isEqualTo(2);
    }

    @Test
    void an_expired_secret_and_a_revoked_consent_stop_the_account() {
        seller.amazon.login().expireClientSecretAt(SellerCentral.NOW);
        assertThatThrownBy(() -> apply(new Shipments()))
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("180 days");

        seller.amazon.login().rotateClientSecret("next", Instant.MAX);
        seller.settings.application(seller.amazon.clientId(), "next");
        seller.amazon.login().revokeSeller();
        assertThatThrownBy(() -> apply(new Shipments()))
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("consent");
        assertThat(seller.amazon
                        .orders()
                        .order(SellerCentral.ORDER)
                        .orElseThrow()
                        .packages())
                .as("nothing was written")
                .isEmpty();
    }

    @Test
    void the_hint_holds_ids_and_a_digest_and_nothing_else() {
        assertThat(prepared(new Shipments()).hint()).matches(SellerCentral.ORDER + " [A-Za-z0-9_-]{22}");
    }
}
