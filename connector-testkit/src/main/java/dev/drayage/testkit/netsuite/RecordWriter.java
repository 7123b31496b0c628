package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.JournaledWrite.Operation;
import dev.drayage.testkit.netsuite.JournaledWrite.Origin;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every way a record can be written, by request or by hand. Guarded by the account's lock. */
final class RecordWriter {
    private static final RecordRules NO_RULES = (draft, before) -> {};
    private static final Set<String> VOIDABLE = Set.of("customerPayment", "customerDeposit", "customerRefund");

    private final Account account;
    private final BodyIntake intake;
    private final SaleLines saleLines;
    private final ReturnLimits limits;
    private final Settlement settlement;
    private final DepositApplications deposits;
    private final Map<String, RecordRules> rules = new HashMap<>();

    RecordWriter(Account account, StockBook stock) {
        this.account = account;
        this.intake = new BodyIntake(account.references(), account.settings());
        this.saleLines = new SaleLines(account);
        SaleHeader header = new SaleHeader(account);
        this.limits = new ReturnLimits(account);
        this.settlement = new Settlement(account);
        this.deposits = new DepositApplications(account, settlement);
        OrderCommitment commitment = new OrderCommitment(account, stock);
        OrderProgress progress = new OrderProgress(account, saleLines, commitment);
        SaleDocument sale = new SaleDocument(account, header, saleLines, new SaleStock(account, stock));
        rules.put("salesOrder", new SalesOrderRules(account, header, saleLines, progress, commitment, settlement));
        rules.put("cashSale", new CashSaleRules(account, sale, progress, settlement));
        rules.put("invoice", new InvoiceRules(account, sale, progress, settlement, deposits));
        rules.put("cashRefund", new CashRefundRules(sale, limits, settlement));
        rules.put("itemFulfillment", new FulfillmentRules(account, header, progress, new FulfillmentStock(stock)));
        rules.put("inventoryAdjustment", new InventoryAdjustmentRules(account, header, stock));
        rules.put("inventoryNumber", new InventoryNumberRules());
        rules.put("customer", new CustomerRules(account));
        rules.put(DepositApplications.TYPE, deposits);
        rules.put("deposit", new BankDepositRules(account, header, settlement));
        rules.put("journalEntry", new JournalEntryRules(account, header));
        addMoney(sale, header);
        RecordRules items = new ItemRules(account);
        account.catalog().all().stream().filter(RecordType::isItem).forEach(type -> rules.put(type.name(), items));
    }

    private void addMoney(SaleDocument sale, SaleHeader header) {
        ApplyList applyList = new ApplyList(account, settlement);
        MoneyReceived money = new MoneyReceived(account, header, settlement);
        rules.put("creditMemo", new CreditMemoRules(account, sale, limits, applyList, settlement));
        rules.put("customerPayment", new CustomerPaymentRules(account, money, applyList, settlement));
        rules.put("customerDeposit", new CustomerDepositRules(account, money, settlement));
        rules.put("customerRefund", new CustomerRefundRules(header, money, applyList, settlement));
    }

    DepositApplications deposits() {
        return deposits;
    }

    StoredRecord create(RecordType type, ObjectNode sent, boolean strictNames, Origin origin) {
        ObjectNode clean = intake.read(type, sent, strictNames);
        rulesOf(type).checkSent(clean);
        return insert(type, account.store().nextId(type), BodyMerge.withoutNulls(clean), origin, Operation.CREATE);
    }

    /** What the account holds before the test: fields that are otherwise computed, such as the id, can be given. */
    StoredRecord seed(RecordType type, ObjectNode given) {
        ObjectNode clean = intake.read(type, given, !type.isOpen());
        long id = given.path("id").asLong(0);
        long free = id == 0 ? account.store().nextId(type) : id;
        if (account.store().at(type.space(), free) != null) {
            throw new IllegalArgumentException("Seeded id " + free + " is taken in " + type.space() + ".");
        }
        return insert(type, free, BodyMerge.withoutNulls(clean), Origin.SEED, Operation.CREATE);
    }

    StoredRecord update(
            StoredRecord record, ObjectNode sent, Set<String> replaced, boolean strictNames, Origin origin) {
        RecordType type = record.recordType();
        ObjectNode clean = intake.read(type, sent, strictNames);
        rulesOf(type).checkSent(clean);
        ObjectNode before = account.store().read(record);
        if (Json.ticked(before, "voided")) {
            throw Refusal.userError("This transaction was voided and cannot be changed.");
        }
        ObjectNode draft = BodyMerge.merge(type, before, clean, replaced);
        checkExternalId(type, draft, Optional.of(record));
        rulesOf(type).complete(draft, Optional.of(before));
        StoredRecord saved = account.save(type, record.number(), draft, origin, Operation.UPDATE);
        rulesOf(type).afterReplaced(record);
        rulesOf(type).afterChange(saved);
        return saved;
    }

    /** Brings others into line with a record that was stored without asking its rules. */
    void settle(StoredRecord saved) {
        rulesOf(saved.recordType()).afterChange(saved);
    }

    /** Keeps a money document and takes everything out of it, as an account that voids in place does. */
    void voidMoney(StoredRecord record, Origin origin) {
        if (!VOIDABLE.contains(record.type())) {
            throw new IllegalArgumentException("A " + record.type() + " is deleted or credited, not voided.");
        }
        rulesOf(record.recordType()).checkDelete(record);
        ObjectNode body = account.store().read(record).deepCopy();
        body.remove(List.of("apply", Settlement.REFUNDED_DEPOSITS));
        body.put(Json.has(body, "payment") ? "payment" : "total", BigDecimal.ZERO);
        body.put("voided", true).set("status", Json.ref("V"));
        StoredRecord saved = account.save(record.recordType(), record.number(), body, origin, Operation.UPDATE);
        rulesOf(record.recordType()).afterReplaced(record);
        rulesOf(record.recordType()).afterChange(saved);
    }

    StoredRecord transform(StoredRecord source, RecordType target, ObjectNode sent, boolean strictNames, Origin who) {
        ObjectNode draft = draft(source, target, sent, strictNames);
        return insert(target, account.store().nextId(target), draft, who, Operation.TRANSFORM);
    }

    /** What a transform would start from, without saving anything. */
    ObjectNode draft(StoredRecord source, RecordType target, ObjectNode sent, boolean strictNames) {
        ObjectNode clean = intake.read(target, sent, strictNames);
        rulesOf(target).checkSent(clean);
        return switch (source.type() + " -> " + target.name()) {
            case "salesOrder -> itemFulfillment" -> new FulfillmentDraft(account, saleLines).of(source, clean);
            case "salesOrder -> cashSale", "salesOrder -> invoice" ->
                new OrderBillDraft(account, saleLines).of(source, target, clean);
            case "invoice -> creditMemo", "cashSale -> cashRefund" ->
                new ReturnDraft(account, limits, settlement).of(source, target, clean);
            case "invoice -> customerPayment" -> new PaymentDraft(account, settlement).of(source, clean);
            default ->
                throw Refusal.invalidRequest(
                        "The transformation of " + source.type() + " to " + target.name() + " is not offered.");
        };
    }

    void delete(StoredRecord record, Origin origin) {
        RecordRules own = rulesOf(record.recordType());
        own.checkDelete(record);
        account.store().remove(record, account.now());
        account.journal().add(account.now(), origin, Operation.DELETE, record);
        own.afterChange(record);
    }

    private StoredRecord insert(RecordType type, long id, ObjectNode draft, Origin origin, Operation operation) {
        checkExternalId(type, draft, Optional.empty());
        rulesOf(type).complete(draft, Optional.empty());
        account.numbers().complete(type, draft);
        StoredRecord saved = account.save(type, id, draft, origin, operation);
        rulesOf(type).afterChange(saved);
        rulesOf(type).afterCreated(saved);
        return saved;
    }

    /** One external id names one record among all transactions, among all entities, among all items. */
    private void checkExternalId(RecordType type, ObjectNode draft, Optional<StoredRecord> self) {
        String externalId = draft.path("externalId").asText("");
        if (externalId.indexOf('|') >= 0) {
            throw Refusal.invalidFieldValue(externalId, "externalId", "externalId");
        }
        if (externalId.isEmpty()) {
            return;
        }
        account.store()
                .byExternalId(type.space(), externalId)
                .filter(other -> self.isEmpty() || other.number() != self.get().number())
                .ifPresent(other -> {
                    throw Refusal.duplicate();
                });
    }

    private RecordRules rulesOf(RecordType type) {
        return rules.getOrDefault(type.name(), NO_RULES);
    }
}
