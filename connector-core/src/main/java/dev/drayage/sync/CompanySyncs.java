package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.AccountId;
import dev.drayage.model.Company;
import dev.drayage.model.CustomerMatch;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.EffectKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Businesses of a storefront into the ERP: the company becomes a customer, its places and people sub-customers. */
public final class CompanySyncs {
    private CompanySyncs() {}

    /** A storefront's businesses; called {@code companies}. */
    public static Sync<Company> toErp(Connector storefront, Connector erp) {
        return toErp("companies", storefront, erp, Options.standard());
    }

    /** A storefront's businesses, under a name of the host's. */
    public static Sync<Company> toErp(String name, Connector storefront, Connector erp, Options options) {
        return Sync.reading(name, storefront, RecordType.COMPANY)
                .writing(erp, RecordType.CUSTOMER)
                .policy(options.policy())
                .translation(new CompanyTranslation(erp.account(), options))
                .build();
    }

    /** The effect that makes the customer of a company, of its place or of its person: what is sold to it waits for it. */
    static EffectKey customerKey(RecordRef buyer, AccountId erp) {
        return new EffectKey(buyer, erp, "customer");
    }

    /**
     * What can be chosen.
     *
     * @param matchBy by what a customer that stands in the ERP already is known again, the surest sign first
     * @param rule the host's own rule: the ERP's internal id of a company's customer, which goes before every sign
     * @param locations whether each place becomes a sub-customer
     * @param contacts whether each person becomes a sub-customer
     * @param fields custom fields of the company's customer, filled from the company
     * @param policy how the sync is run
     */
    public record Options(
            List<CustomerMatch.By> matchBy,
            Function<Company, Optional<String>> rule,
            boolean locations,
            boolean contacts,
            FieldMapping<Company> fields,
            SyncPolicy policy) {
        public Options {
            matchBy = List.copyOf(matchBy);
        }

        /** Matched by external id, tax id, then e-mail; places and people are sub-customers. */
        public static Options standard() {
            return new Options(
                    List.of(CustomerMatch.By.EXTERNAL_ID, CustomerMatch.By.TAX_ID, CustomerMatch.By.EMAIL),
                    company -> Optional.empty(),
                    true,
                    true,
                    FieldMapping.none(),
                    SyncPolicy.defaults(Priority.ORDERS));
        }

        /** The same, with other signs. */
        public Options matchingBy(CustomerMatch.By... signs) {
            return new Options(List.of(signs), rule, locations, contacts, fields, policy);
        }

        /** The same, with a rule of the host's that goes before every other sign. */
        public Options matchingBy(Function<Company, Optional<String>> hostRule) {
            return new Options(matchBy, hostRule, locations, contacts, fields, policy);
        }

        /** The same, with sub-customers of places and of people or without. */
        public Options withSubCustomers(boolean ofLocations, boolean ofContacts) {
            return new Options(matchBy, rule, ofLocations, ofContacts, fields, policy);
        }

        /** The same, with custom fields. */
        public Options with(FieldMapping<Company> other) {
            return new Options(matchBy, rule, locations, contacts, other, policy);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(matchBy, rule, locations, contacts, fields, other);
        }
    }
}
