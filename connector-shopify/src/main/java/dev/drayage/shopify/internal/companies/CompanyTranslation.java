package dev.drayage.shopify.internal.companies;

import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.Company;
import dev.drayage.model.CompanyContact;
import dev.drayage.model.CompanyLocation;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.spi.Change;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's company in canonical form. Shopify marks no location as the main one: it is the oldest, by its number, which is the one
 * that came into being with the company. A contact has no name and no mail of its own: both stand at its customer. Messages name
 * places, never contents. Immutable.
 */
final class CompanyTranslation {
    private final AccountId account;

    CompanyTranslation(AccountId account) {
        this.account = account;
    }

    Change<Company> change(ReadCompany read) {
        RecordRef ref = ref(read.company(), RecordType.COMPANY.name());
        try {
            Company company = company(ref, read);
            return new Change.Present<>(
                    company,
                    ContentDigest.of(company),
                    Optional.empty(), // a business from before the go-live buys after it all the same
                    read.lastChange(),
                    Optional.empty());
        } catch (ConnectorException e) {
            return unreadable(ref, read, e.getMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable(ref, read, "a value at " + read.company() + " is not what Shopify documents");
        }
    }

    /** A company that was never still while it was read. */
    Change<Company> restless(JsonValue company) {
        RecordRef ref = ref(company, RecordType.COMPANY.name());
        return new Change.Unreadable<>(
                ref,
                company.text("updatedAt").orElse(""),
                ErrorCode.RECORD_UNREADABLE,
                "company " + ref.id() + " changed each time it was read; its last change is read with a later window");
    }

    private static Change<Company> unreadable(RecordRef ref, ReadCompany read, @Nullable String why) {
        return new Change.Unreadable<>(
                ref,
                ContentDigest.of(read.company().node().toString()),
                ErrorCode.RECORD_UNREADABLE,
                "company " + ref.id() + ": " + why);
    }

    private Company company(RecordRef ref, ReadCompany read) {
        return Company.builder()
                .ref(ref)
                .name(read.company().requiredText("name"))
                .externalId(word(read.company(), "externalId"))
                .locations(read.locations().stream()
                        .sorted(Comparator.comparing(CompanyTranslation::made)
                                .thenComparing(CompanyTranslation::number))
                        .map(this::location)
                        .toList())
                .contacts(read.contacts().stream()
                        .sorted(Comparator.<JsonValue, Boolean>comparing(each -> !isMain(each, read))
                                .thenComparing(CompanyTranslation::number))
                        .map(this::contact)
                        .toList())
                .build();
    }

    private static boolean isMain(JsonValue contact, ReadCompany read) {
        return contact.at("isMainContact").flag().orElse(false)
                || read.company().at("mainContact").text("id").equals(contact.text("id"));
    }

    private CompanyLocation location(JsonValue location) {
        JsonValue taxes = location.at("taxSettings");
        return CompanyLocation.builder()
                .ref(ref(location, "companyLocation"))
                .name(word(location, "name").orElseGet(() -> "Location " + number(location)))
                .externalId(word(location, "externalId"))
                .shipTo(address(location.at("shippingAddress")))
                .billTo(address(location.at("billingAddress")))
                .phone(word(location, "phone"))
                .taxId(word(taxes, "taxRegistrationId"))
                .taxExempt(taxes.at("taxExempt").flag().orElse(false))
                .terms(terms(location.at("buyerExperienceConfiguration").at("paymentTermsTemplate")))
                .build();
    }

    private CompanyContact contact(JsonValue contact) {
        JsonValue person = contact.at("customer");
        Optional<String> email = word(person, "email");
        String name = Stream.of(word(person, "firstName"), word(person, "lastName"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return CompanyContact.builder()
                .ref(ref(contact, "companyContact"))
                .name(name.isEmpty() ? email.orElseGet(() -> "Contact " + number(contact)) : name)
                .email(email)
                .phone(word(person, "phone"))
                .build();
    }

    /** Days are told of net terms only; of the others ("Due on receipt", "Fixed") the name says all. */
    private static Optional<PaymentTerms> terms(JsonValue template) {
        return word(template, "name")
                .map(name -> new PaymentTerms(name, template.at("dueInDays").whole(), Optional.empty()));
    }

    private static Optional<Address> address(JsonValue address) {
        return word(address, "countryCode")
                .map(country -> Address.builder()
                        .name(word(address, "recipient"))
                        .company(word(address, "companyName"))
                        .lines(Stream.of(word(address, "address1"), word(address, "address2"))
                                .flatMap(Optional::stream)
                                .toList())
                        .city(word(address, "city"))
                        .region(word(address, "zoneCode"))
                        .postalCode(word(address, "zip"))
                        .countryCode(country)
                        .phone(word(address, "phone"))
                        .build());
    }

    private RecordRef ref(JsonValue record, String type) {
        return new RecordRef(account, type, number(record));
    }

    private static String number(JsonValue record) {
        String gid = record.requiredText("id");
        return Gid.parse(gid).map(Gid::key).orElse(gid);
    }

    /** When it was made; all alike where Shopify does not tell. */
    private static Instant made(JsonValue record) {
        return instant(record, "createdAt").orElse(Instant.EPOCH);
    }

    private static Optional<Instant> instant(JsonValue record, String name) {
        return record.text(name).map(Instant::parse);
    }

    private static Optional<String> word(JsonValue record, String name) {
        return record.text(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
