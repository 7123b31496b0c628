package dev.drayage.testkit.shopify;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Mutations of companies and their locations. Guarded by the shop. */
final class CompaniesApi {
    private final Shop shop;
    private final Shapes shapes;
    private final Companies companies;

    CompaniesApi(Shop shop, Shapes shapes, Companies companies) {
        this.shop = shop;
        this.shapes = shapes;
        this.companies = companies;
    }

    void addTo(Mutations mutations) {
        mutations
                .add("companyUpdate", (args, asked) -> company(args))
                .add("companyLocationUpdate", (args, asked) -> location(args));
    }

    private Shape company(Args args) {
        Company company = shop.companies.get(Gids.number(args.text("companyId"), "Company"));
        if (company == null) {
            throw missing("companyId");
        }
        Args input = args.in("input");
        check(input);
        if (input.has("customerSince")) {
            throw UserError.at("Customer since can only be set on creation.", "input", "customerSince")
                    .coded("INVALID_INPUT")
                    .thrown();
        }
        companies.free(input.textOrNull("externalId"), true, company);
        input.maybe("name").ifPresent(text -> company.name = text);
        input.maybe("note").ifPresent(text -> company.note = text);
        input.maybe("externalId").ifPresent(text -> company.externalId = text);
        companies.changed(company);
        return Shape.of("Payload").ask("company", asked -> shapes.companies.company(company));
    }

    private Shape location(Args args) {
        CompanyLocation location =
                shop.companyLocations.get(Gids.number(args.text("companyLocationId"), "CompanyLocation"));
        if (location == null) {
            throw missing("companyLocationId");
        }
        Args input = args.in("input");
        check(input);
        Optional<PaymentTermsTemplate> terms = input.in("buyerExperienceConfiguration")
                .maybe("paymentTermsTemplateId")
                .map(gid -> Arrays.stream(PaymentTermsTemplate.values())
                        .filter(each -> each.gid().equals(gid))
                        .findFirst()
                        .orElseThrow(() -> missing("input")));
        companies.free(input.textOrNull("externalId"), false, location);
        input.maybe("name").ifPresent(text -> location.name = text);
        input.maybe("note").ifPresent(text -> location.note = text);
        input.maybe("phone").ifPresent(text -> location.phone = text);
        input.maybe("locale").ifPresent(text -> location.locale = text);
        input.maybe("externalId").ifPresent(text -> location.externalId = text);
        terms.ifPresent(template -> location.terms = template);
        companies.changed(location);
        return Shape.of("Payload").ask("companyLocation", asked -> shapes.companies.location(location));
    }

    private static void check(Args input) {
        if (input.raw().isEmpty()) {
            throw UserError.at("No input fields were given.", "input")
                    .coded("NO_INPUT")
                    .thrown();
        }
        for (Map.Entry<String, Object> field : input.raw().entrySet()) {
            if (input.textOrNull(field.getKey()) == null) {
                throw UserError.at("Invalid input.", "input", field.getKey())
                        .coded("UNEXPECTED_TYPE")
                        .thrown();
            }
        }
        if (input.has("name") && input.text("name").isBlank()) {
            throw UserError.at("Name can't be blank", "input", "name")
                    .coded("BLANK")
                    .thrown();
        }
        if (input.text("name").length() > 255) {
            throw UserError.at("Name is too long (maximum is 255 characters)", "input", "name")
                    .coded("TOO_LONG")
                    .thrown();
        }
    }

    private static UserError.Refused missing(String field) {
        return UserError.at("Resource requested does not exist.", field)
                .coded("RESOURCE_NOT_FOUND")
                .thrown();
    }
}
