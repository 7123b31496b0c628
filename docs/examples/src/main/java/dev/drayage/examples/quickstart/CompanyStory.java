package dev.drayage.examples.quickstart;

import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.Companies;
import dev.drayage.testkit.shopify.Company;
import dev.drayage.testkit.shopify.CompanyContact;
import dev.drayage.testkit.shopify.CompanyLocation;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A business with two branches. One orders on terms, has its order changed in NetSuite, gets it in three parcels out of two
 * places and pays a part; the other pays by card and gives goods back.
 */
final class CompanyStory {
    private static final String TAX = "NV State Tax";
    private static final String RATE = "0.0685";

    private final ShopFloor floor;

    CompanyStory(ShopFloor floor) {
        this.floor = floor;
    }

    void run() {
        Companies companies = floor.shop().shopify().companies();
        Company glenrock = companies.company("Glenrock Outfitters", "GLENROCK");
        CompanyLocation reno = companies.location(glenrock, "Reno branch", "GLENROCK-RENO");
        CompanyLocation elko = companies.location(glenrock, "Elko branch", "GLENROCK-ELKO");
        companies.terms(reno, PaymentTermsTemplate.NET_30);
        CompanyContact buyer = companies.contact(glenrock, "Alan", "Rath", "alan.rath@glenrock.example");
        onTerms(reno, buyer);
        byCard(elko, buyer);
    }

    private void onTerms(CompanyLocation reno, CompanyContact buyer) {
        ShopOrder order = floor.placeOnTerms(NewOrder.of(
                        NewLine.of("MUG-BLUE", 10, "8.50")
                                .tax(TAX, RATE)
                                .from(floor.shop().oakland()),
                        NewLine.of("TEE-BLACK-M", 4, "13.00")
                                .tax(TAX, RATE)
                                .from(floor.shop().fallon()))
                .shipping("Parcel", "12.00", TAX, RATE)
                .company(reno, buyer)
                .poNumber("PO-4711"));
        OrderLine mugs = order.lines().get(0);
        OrderLine tees = order.lines().get(1);
        floor.tell("Glenrock's Reno branch orders " + order.name() + " on net 30 by PO-4711: 10 mugs, 4 tees");
        floor.rounds(2);
        StoredRecord booked = floor.booked(order);
        floor.netsuite().clerk().changeQuantity(booked.id(), 1, new BigDecimal("12"));
        floor.rounds(3);
        floor.tell("NetSuite makes it 12 mugs; the shop shows " + mugs.currentQuantity() + " and "
                + order.totals().currentTotal().shop());
        String first = floor.ships(order, floor.shop().oakland(), Map.of(mugs, 5));
        floor.rounds(1);
        floor.ships(order, floor.shop().fallon(), Map.of(tees, 4));
        floor.rounds(1);
        floor.netsuite().clerk().editTracking(first, List.of("1ZQSCORRECTED"));
        floor.ships(order, floor.shop().oakland(), Map.of(mugs, 7));
        floor.rounds(1);
        floor.tell("it leaves in parcels from Oakland, Fallon and Oakland, the first one's tracking is corrected; "
                + order.fulfillmentStatus() + ", "
                + order.fulfillments().stream()
                        .flatMap(parcel -> parcel.tracking().stream())
                        .map(tracking -> tracking.number())
                        .toList());
        String invoice = floor.invoices(order);
        floor.netsuite().bookkeeper().enterPayment(invoice, new BigDecimal("75.00"));
        floor.rounds(1);
        floor.tell("75.00 of it is paid in NetSuite; the shop says "
                + order.financialStatus().orElse("nothing") + ", "
                + order.totals().outstanding().shop() + " outstanding");
    }

    private void byCard(CompanyLocation elko, CompanyContact buyer) {
        ShopOrder order = floor.shop()
                .shopify()
                .orders()
                .placePaid(NewOrder.of(NewLine.of("BOTTLE-STEEL", 6, "39.00").tax(TAX, RATE))
                        .shipping("Parcel", "9.00", TAX, RATE)
                        .company(elko, buyer)
                        .poNumber("PO-4712"));
        floor.rounds(1);
        floor.ships(order);
        floor.invoices(order);
        floor.rounds(1);
        floor.shop()
                .shopify()
                .orders()
                .refund(
                        order,
                        RefundDraft.empty()
                                .returned(order.lines().get(0), 2, floor.shop().oakland())
                                .allShipping()
                                .paidBack());
        floor.rounds(2);
        floor.tell("the Elko branch pays " + order.name() + " by card and gives 2 of 6 back: "
                + order.totals().refunded().shop() + " with the carriage");
    }
}
