package dev.drayage.sync;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.Company;
import dev.drayage.model.CompanyContact;
import dev.drayage.model.CompanyLocation;
import dev.drayage.model.Customer;
import dev.drayage.model.CustomerMatch;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From a business to its customer and to the sub-customers of its places and people, which come after it. */
final class CompanyTranslation implements Translation<Company> {
    private final AccountId erp;
    private final CompanySyncs.Options options;

    CompanyTranslation(AccountId erp, CompanySyncs.Options options) {
        this.erp = erp;
        this.options = options;
    }

    @Override
    public Translated translate(Company company) {
        List<Effect<?>> effects = new ArrayList<>();
        Effect<Customer> main = effect(company(company));
        effects.add(main);
        if (options.locations()) {
            company.locations()
                    .forEach(location -> effects.add(effect(location(location)).after(Set.of(main.key()))));
        }
        if (options.contacts()) {
            company.contacts()
                    .forEach(contact -> effects.add(effect(contact(contact)).after(Set.of(main.key()))));
        }
        return new Translated.Effects(effects);
    }

    private Effect<Customer> effect(Customer customer) {
        return Effect.of(
                CompanySyncs.customerKey(customer.ref(), erp),
                "customer/" + customer.ref().id(),
                RecordType.CUSTOMER,
                customer,
                Effect.Mode.CREATE_OR_UPDATE);
    }

    private Customer company(Company company) {
        Optional<CompanyLocation> main = company.locations().stream().findFirst();
        Optional<CompanyContact> contact = company.contacts().stream().findFirst();
        Optional<String> email = contact.flatMap(CompanyContact::email);
        Optional<String> taxId = main.flatMap(CompanyLocation::taxId);
        return Customer.builder()
                .ref(company.ref())
                .name(company.name())
                .person(false)
                .email(email)
                .phone(main.flatMap(CompanyLocation::phone))
                .addresses(main.map(CompanyTranslation::addresses).orElse(List.of()))
                .taxId(taxId)
                .taxExempt(main.map(CompanyLocation::taxExempt))
                .terms(main.flatMap(CompanyLocation::terms))
                .matches(matches(options.rule().apply(company), company.externalId(), taxId, email))
                .customFields(options.fields().apply(company))
                .build();
    }

    private Customer location(CompanyLocation location) {
        Optional<PaymentTerms> terms = location.terms();
        return Customer.builder()
                .ref(location.ref())
                .name(location.name())
                .person(false)
                .phone(location.phone())
                .addresses(addresses(location))
                .taxId(location.taxId())
                .taxExempt(location.taxExempt())
                .terms(terms)
                .matches(matches(Optional.empty(), location.externalId(), Optional.empty(), Optional.empty()))
                .build();
    }

    private Customer contact(CompanyContact contact) {
        return Customer.builder()
                .ref(contact.ref())
                .name(contact.name())
                .person(true)
                .email(contact.email())
                .phone(contact.phone())
                .matches(matches(Optional.empty(), Optional.empty(), Optional.empty(), contact.email()))
                .build();
    }

    private static List<Address> addresses(CompanyLocation location) {
        return Stream.concat(location.shipTo().stream(), location.billTo().stream())
                .distinct()
                .toList();
    }

    private List<CustomerMatch> matches(
            Optional<String> known, Optional<String> externalId, Optional<String> taxId, Optional<String> email) {
        List<CustomerMatch> matches = new ArrayList<>();
        add(matches, CustomerMatch.By.HOST_RULE, known);
        for (CustomerMatch.By by : options.matchBy()) {
            add(
                    matches,
                    by,
                    switch (by) {
                        case HOST_RULE -> Optional.empty();
                        case EXTERNAL_ID -> externalId;
                        case TAX_ID -> taxId;
                        case EMAIL -> email.map(address -> address.strip().toLowerCase(Locale.ROOT));
                    });
        }
        return matches;
    }

    private static void add(List<CustomerMatch> matches, CustomerMatch.By by, Optional<String> value) {
        value.map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> matches.add(new CustomerMatch(by, text)));
    }
}
