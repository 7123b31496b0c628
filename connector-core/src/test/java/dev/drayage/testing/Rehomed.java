package dev.drayage.testing;

import dev.drayage.model.BankDeposit;
import dev.drayage.model.CashSale;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.Company;
import dev.drayage.model.Customer;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.CustomerRefund;
import dev.drayage.model.InventoryCount;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.Invoice;
import dev.drayage.model.Item;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.ListPrice;
import dev.drayage.model.OrderCancellation;
import dev.drayage.model.OrderEdit;
import dev.drayage.model.OrderProgress;
import dev.drayage.model.Payout;
import dev.drayage.model.RecordRef;
import dev.drayage.model.Refund;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.WarehouseOrder;

/** The same content at another reference: what a system makes of a record that it was given. */
final class Rehomed {
    private Rehomed() {}

    static CommerceRecord at(CommerceRecord record, RecordRef ref) {
        if (record instanceof Company r) {
            return Company.builder().from(r).ref(ref).build();
        } else if (record instanceof SalesOrder r) {
            return SalesOrder.builder().from(r).ref(ref).build();
        } else if (record instanceof CashSale r) {
            return CashSale.builder().from(r).ref(ref).build();
        } else if (record instanceof Customer r) {
            return Customer.builder().from(r).ref(ref).build();
        } else if (record instanceof ItemFulfillment r) {
            return ItemFulfillment.builder().from(r).ref(ref).build();
        } else if (record instanceof OrderProgress r) {
            return OrderProgress.builder().from(r).ref(ref).build();
        } else if (record instanceof WarehouseOrder r) {
            return WarehouseOrder.builder().from(r).ref(ref).build();
        } else if (record instanceof InventoryCount r) {
            return InventoryCount.builder().from(r).ref(ref).build();
        } else if (record instanceof InventoryLevel r) {
            return InventoryLevel.builder().from(r).ref(ref).build();
        } else if (record instanceof OrderEdit r) {
            return OrderEdit.builder().from(r).ref(ref).build();
        } else if (record instanceof OrderCancellation r) {
            return OrderCancellation.builder().from(r).ref(ref).build();
        } else if (record instanceof BankDeposit r) {
            return BankDeposit.builder().from(r).ref(ref).build();
        } else if (record instanceof CustomerDeposit r) {
            return CustomerDeposit.builder().from(r).ref(ref).build();
        } else if (record instanceof CustomerPayment r) {
            return CustomerPayment.builder().from(r).ref(ref).build();
        } else if (record instanceof CustomerRefund r) {
            return CustomerRefund.builder().from(r).ref(ref).build();
        } else if (record instanceof Invoice r) {
            return Invoice.builder().from(r).ref(ref).build();
        } else if (record instanceof JournalEntry r) {
            return JournalEntry.builder().from(r).ref(ref).build();
        } else if (record instanceof Payout r) {
            return Payout.builder().from(r).ref(ref).build();
        } else if (record instanceof Item r) {
            return Item.builder().from(r).ref(ref).build();
        } else if (record instanceof ListPrice r) {
            return ListPrice.builder().from(r).ref(ref).build();
        } else if (record instanceof Refund r) {
            return Refund.builder().from(r).ref(ref).build();
        }
        throw new IllegalArgumentException(
                "a " + record.getClass().getSimpleName() + " cannot be given another reference");
    }
}
