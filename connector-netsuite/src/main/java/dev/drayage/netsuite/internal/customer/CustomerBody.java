package dev.drayage.netsuite.internal.customer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.Address;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.Customer;
import dev.drayage.netsuite.CustomerNaming;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.options.MoneySettings;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.netsuite.internal.sale.SaleAddress;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Violation;
import java.util.List;
import java.util.Optional;

/** A customer in NetSuite's form: a person or a company, with its address book (help: "Customer" in the REST guide). Thread-safe. */
final class CustomerBody {
    private static final int LONGEST_NAME = 60;

    private final Optional<String> form;
    private final Optional<String> subsidiary;
    private final Optional<String> currency;
    private final CustomerNaming naming;
    private final MoneyOptions money;
    private final String taxIdField;

    CustomerBody(Settings settings) {
        form = settings.get(NetSuiteSchema.CUSTOMER_FORM);
        subsidiary = settings.get(NetSuiteSchema.SUBSIDIARY);
        currency = settings.get(NetSuiteSchema.CUSTOMER_CURRENCY);
        naming = settings.get(NetSuiteSchema.NAMING);
        money = MoneyOptions.of(settings);
        taxIdField = settings.get(MoneySettings.TAX_ID_FIELD);
    }

    /** Why the customer cannot be written. */
    List<Violation> obstacles(Customer customer) {
        return customer.terms().flatMap(terms -> money.terms(terms).violation()).stream()
                .toList();
    }

    /** A new customer, below another one if a parent is given. */
    ObjectNode create(Customer customer, String externalId, Optional<String> parent, ObjectNode body) {
        body.put("externalId", externalId);
        parent.ifPresent(id -> body.set("parent", RecordClient.reference(body, id)));
        form.ifPresent(id -> body.set("customForm", RecordClient.reference(body, id)));
        subsidiary.ifPresent(id -> body.set("subsidiary", RecordClient.reference(body, id)));
        currency.ifPresent(id -> body.set("currency", RecordClient.reference(body, id)));
        change(customer, body);
        if (naming == CustomerNaming.NAME_AND_KEY) {
            String name = customer.name().strip();
            String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            body.put("entityId", shown + " " + ContentDigest.of(externalId).substring(0, 8));
        }
        addressBook(customer.addresses(), body);
        return body;
    }

    /** What may change later; the address book is left as people keep it, because its lines would only be added. */
    ObjectNode change(Customer customer, ObjectNode body) {
        String name = customer.name().strip();
        body.put("isPerson", customer.person());
        if (customer.person()) {
            int last = name.lastIndexOf(' ');
            if (last > 0) {
                body.put("firstName", name.substring(0, last).strip());
            }
            body.put("lastName", name.substring(last + 1));
        } else {
            body.put("companyName", name);
        }
        customer.email().ifPresent(email -> body.put("email", email));
        customer.phone().ifPresent(phone -> body.put("phone", phone));
        customer.taxId().ifPresent(id -> body.put(taxIdField, id));
        customer.taxExempt().ifPresent(exempt -> body.put("taxable", !exempt));
        customer.terms()
                .flatMap(terms -> money.terms(terms).id())
                .ifPresent(id -> body.set("terms", RecordClient.reference(body, id)));
        TypedFields.put(body, customer.customFields());
        return body;
    }

    private static void addressBook(List<Address> addresses, ObjectNode body) {
        if (addresses.isEmpty()) {
            return;
        }
        ObjectNode book = body.objectNode();
        ArrayNode rows = book.putArray("items");
        for (int i = 0; i < addresses.size(); i++) {
            ObjectNode row = rows.addObject();
            row.put("defaultShipping", i == 0);
            row.put("defaultBilling", i == addresses.size() - 1);
            row.set("addressBookAddress", SaleAddress.of(addresses.get(i), row));
        }
        body.set("addressBook", book);
    }
}
