package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.JournaledWrite.Operation;
import dev.drayage.testkit.netsuite.JournaledWrite.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every way a record can be written, by request or by hand. Guarded by the account's lock. */
final class RecordWriter {
    private static final RecordRules NO_RULES = (draft, before) -> {};

    private final Account account;
    private final BodyIntake intake;
    private final SaleLines saleLines;
    private final Map<String, RecordRules> rules = new HashMap<>();
    private final Map<String, Long> documentNumbers = new HashMap<>();

    RecordWriter(Account account, StockBook stock) {
        this.account = account;
        this.intake = new BodyIntake(account.references(), account.settings());
        this.saleLines = new SaleLines(account);
        SaleHeader header = new SaleHeader(account);
        OrderProgress progress = new OrderProgress(account, saleLines);
        rules.put("salesOrder", new SalesOrderRules(account, header, saleLines, progress));
        rules.put("cashSale", new CashSaleRules(account, header, saleLines, progress));
        rules.put("itemFulfillment", new FulfillmentRules(account, header, progress, new FulfillmentStock(stock)));
        rules.put("inventoryAdjustment", new InventoryAdjustmentRules(account, header, stock));
        rules.put("inventoryNumber", new InventoryNumberRules());
        rules.put("customer", new CustomerRules(account));
        RecordRules items = new ItemRules(account);
        account.catalog().all().stream().filter(RecordType::isItem).forEach(type -> rules.put(type.name(), items));
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
        ObjectNode draft = BodyMerge.merge(type, before, clean, replaced);
        checkExternalId(type, draft, Optional.of(record));
        rulesOf(type).complete(draft, Optional.of(before));
        StoredRecord saved = account.save(type, record.number(), draft, origin, Operation.UPDATE);
        rulesOf(type).afterChange(saved);
        return saved;
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
            case "salesOrder -> cashSale" -> new CashSaleDraft(account, saleLines).of(source, clean);
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
        if (type.isTransaction() && !Json.has(draft, "tranId")) {
            draft.put("tranId", type.prefix() + documentNumbers.merge(type.prefix(), 1001L, (n, one) -> n + 1));
        }
        StoredRecord saved = account.save(type, id, draft, origin, operation);
        rulesOf(type).afterChange(saved);
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
