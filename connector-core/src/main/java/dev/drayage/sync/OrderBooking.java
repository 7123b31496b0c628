package dev.drayage.sync;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.Buyer;
import dev.drayage.model.BuyingCompany;
import dev.drayage.model.CashSale;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.CustomFields;
import dev.drayage.model.Customer;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SaleTransaction;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a storefront's order becomes in the ERP: a sales order, a cash sale, or nothing for a reason. */
final class OrderBooking implements Translation<SalesOrder> {
    private final AccountId erp;
    private final OrderSyncs.Options options;

    OrderBooking(AccountId erp, OrderSyncs.Options options) {
        this.erp = erp;
        this.options = options;
    }

    @Override
    public Translated translate(SalesOrder order) {
        if (order.soldElsewhere()) {
            return new Translated.Skip("sold outside the channel, which only ships it");
        }
        return switch (order.status()) {
            case PENDING -> new Translated.Skip("pending at the channel: not paid or not released yet");
            case UNFULFILLABLE -> withdraw(order, "the channel cannot ship it");
            case CANCELLED -> withdraw(order, "cancelled at the channel");
            case UNKNOWN ->
                new Translated.Park(Violations.of(
                        ErrorCode.VALUE_UNKNOWN,
                        "status",
                        "order " + order.number() + " has a status of an unknown kind"));
            case OPEN, PARTIALLY_SHIPPED, SHIPPED -> book(order);
        };
    }

    private Translated book(SalesOrder order) {
        if (order.fulfilledBy() == FulfilledBy.CHANNEL && order.status() != OrderStatus.SHIPPED) {
            return new Translated.Skip("the channel has not shipped it yet");
        }
        if (order.fulfilledBy() == FulfilledBy.CHANNEL && order.replacementFor().isPresent()) {
            return new Translated.Skip("a replacement that the channel ships: no sale");
        }
        if (order.lines().isEmpty()) {
            return park(ErrorCode.ORDER_WITHOUT_LINES, "order " + order.number() + " has no lines");
        }
        if (!order.total().currency().equals(order.currency())) {
            return park(
                    ErrorCode.CURRENCY_MISMATCH,
                    "order " + order.number() + " is in " + order.currency() + " but its total is in "
                            + order.total().currency());
        }
        Optional<String> mismatch;
        try {
            mismatch = OrderTotals.check(order);
        } catch (IllegalArgumentException e) {
            return park(ErrorCode.CURRENCY_MISMATCH, "order " + order.number() + " mixes currencies");
        }
        if (mismatch.isPresent()) {
            return park(ErrorCode.TOTAL_MISMATCH, "order " + order.number() + ": " + mismatch.get());
        }
        List<Effect<?>> effects = new ArrayList<>();
        Set<EffectKey> payer = payer(order, effects);
        if (order.fulfilledBy() == FulfilledBy.CHANNEL) {
            effects.add(cashSale(order).after(payer));
            return new Translated.Effects(effects);
        }
        PaymentBooking payments = new PaymentBooking(erp, options.bookingOf(order));
        Optional<String> unpayable = payments.mismatch(order);
        if (unpayable.isPresent()) {
            return park(ErrorCode.CURRENCY_MISMATCH, unpayable.get());
        }
        Effect<SalesOrder> sale = salesOrder(order).after(payer);
        effects.add(sale);
        effects.addAll(payments.of(sale));
        return new Translated.Effects(effects);
    }

    /** Whose record must be there first: of a business the one that the company sync makes. */
    private Set<EffectKey> payer(SalesOrder order, List<Effect<?>> effects) {
        if (order.company().isPresent() && options.companies() != OrderSyncs.CompanyCustomer.AS_BUYER) {
            BuyingCompany company = order.company().get();
            RecordRef payer = options.companies() == OrderSyncs.CompanyCustomer.LOCATION
                    ? company.location().orElse(company.company())
                    : company.company();
            return Set.of(CompanySyncs.customerKey(payer, erp));
        }
        Optional<Effect<Customer>> customer = customer(order);
        customer.ifPresent(effects::add);
        return customer.map(effect -> Set.of(effect.key())).orElse(Set.of());
    }

    private Effect<SalesOrder> salesOrder(SalesOrder order) {
        SalesOrder mapped = SalesOrder.builder()
                .from(order)
                .customFields(options.orderFields().apply(order))
                .lines(lines(order))
                .build();
        Effect.Mode mode = options.followChanges() ? Effect.Mode.CREATE_OR_UPDATE : Effect.Mode.CREATE_ONCE;
        return Effect.of(key(order, "salesOrder"), lane(order), RecordType.SALES_ORDER, mapped, mode)
                .watching(SaleSubstance.of(order));
    }

    private Effect<CashSale> cashSale(SalesOrder order) {
        CashSale sale = CashSale.builder()
                .from((SaleTransaction) order)
                .customFields(options.orderFields().apply(order))
                .lines(lines(order))
                .build();
        return Effect.of(key(order, "cashSale"), lane(order), RecordType.CASH_SALE, sale, Effect.Mode.CREATE_ONCE)
                .watching(SaleSubstance.of(order));
    }

    private List<OrderLine> lines(SalesOrder order) {
        return order.lines().stream()
                .map(line -> OrderLine.builder()
                        .from(line)
                        .customFields(options.lineFields().apply(line))
                        .build())
                .toList();
    }

    /** One customer per buyer: known again by e-mail address, of which only a digest is kept. */
    private Optional<Effect<Customer>> customer(SalesOrder order) {
        if (options.customers() == OrderSyncs.Customers.FIXED) {
            return Optional.empty();
        }
        return order.buyer().filter(buyer -> buyer.email().isPresent()).map(buyer -> customer(order, buyer));
    }

    private Effect<Customer> customer(SalesOrder order, Buyer buyer) {
        String email = buyer.email().orElseThrow().strip().toLowerCase(Locale.ROOT);
        RecordRef ref = RecordRef.of(order.ref().account(), RecordType.CUSTOMER, ContentDigest.of(email));
        Customer record = Customer.builder()
                .ref(ref)
                .name(buyer.company().or(buyer::name).orElse(order.number()))
                .person(buyer.company().isEmpty())
                .email(email)
                .phone(buyer.phone())
                .addresses(order.shipTo().map(List::of).orElse(List.of()))
                .customFields(CustomFields.none())
                .build();
        return Effect.of(
                new EffectKey(ref, erp, "customer"),
                "customer/" + ref.id(),
                RecordType.CUSTOMER,
                record,
                Effect.Mode.CREATE_ONCE);
    }

    private Translated withdraw(SalesOrder order, String reason) {
        if (options.followChanges() && order.fulfilledBy() == FulfilledBy.MERCHANT) {
            return Translated.effects(salesOrder(order).voiding());
        }
        return new Translated.Withdraw(List.of(salesOrder(order), cashSale(order)), reason);
    }

    private static Translated park(ErrorCode code, String message) {
        return new Translated.Park(Violations.of(code, "", message));
    }

    private EffectKey key(SalesOrder order, String purpose) {
        return new EffectKey(order.ref(), erp, purpose);
    }

    private static String lane(SalesOrder order) {
        return OrderLane.of(order.ref().id());
    }
}
