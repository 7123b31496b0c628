package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.shopify.TestShop.Answer;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The simulator's schema and answers against Shopify's own schema and the recorded documents. */
class ConformanceTest {
    private static final Path SPECS = Path.of(System.getProperty("drayage.specs", "specs"));

    private static Path needed(Path file) {
        if (Boolean.getBoolean("drayage.specs.required")) {
            assertThat(file).isRegularFile();
        }
        assumeTrue(Files.isRegularFile(file), "Shopify's specs are not at " + file + " (-Ddrayage.specs)");
        return file;
    }

    @Test
    void the_simulators_schema_is_a_part_of_the_real_one() {
        needed(VendorSchemas.file(SPECS, ApiVersion.V2026_10));
        GraphQLSchema real = VendorSchemas.schema(SPECS, ApiVersion.V2026_10);
        List<String> strange = new ArrayList<>();
        for (GraphQLNamedType own : ShopSchema.schema().getAllTypesAsList()) {
            if (own.getName().startsWith("__")) {
                continue;
            }
            GraphQLNamedType other = (GraphQLNamedType) real.getType(own.getName());
            if (other == null) {
                strange.add(own.getName());
            } else if (own instanceof GraphQLFieldsContainer container
                    && other instanceof GraphQLFieldsContainer vendor) {
                container
                        .getFieldDefinitions()
                        .forEach(field ->
                                compare(own.getName(), field, vendor.getFieldDefinition(field.getName()), strange));
            } else if (own instanceof GraphQLInputObjectType input && other instanceof GraphQLInputObjectType vendor) {
                input.getFieldDefinitions().forEach(field -> {
                    var same = vendor.getFieldDefinition(field.getName());
                    if (same == null || !type(field.getType()).equals(type(same.getType()))) {
                        strange.add(own.getName() + "." + field.getName());
                    }
                });
            } else if (own instanceof GraphQLEnumType values && other instanceof GraphQLEnumType vendor) {
                values.getValues().stream()
                        .filter(each -> vendor.getValue(each.getName()) == null)
                        .forEach(each -> strange.add(own.getName() + "." + each.getName()));
            }
        }
        assertThat(strange).isEmpty();
    }

    private static void compare(
            String owner, GraphQLFieldDefinition own, @Nullable GraphQLFieldDefinition real, List<String> strange) {
        if (real == null || !type(own.getType()).equals(type(real.getType()))) {
            strange.add(owner + "." + own.getName());
            return;
        }
        for (GraphQLArgument argument : own.getArguments()) {
            GraphQLArgument same = real.getArgument(argument.getName());
            if (same == null || !type(argument.getType()).equals(type(same.getType()))) {
                strange.add(owner + "." + own.getName() + "(" + argument.getName() + ")");
            }
        }
    }

    private static String type(GraphQLType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }

    /** Operations of the recorded documents that the simulator answers; the others are bulk, drafts, returns and B2B creation. */
    @Test
    void the_recorded_documents_run() throws IOException {
        String orders = Files.readString(needed(SPECS.resolve("shopify/documents/orders.graphql")));
        String others = Files.readString(needed(SPECS.resolve("shopify/documents/operations.graphql")));
        try (TestShop test = new TestShop()) {
            ShopOrder order = rich(test);
            Company company = test.shop.companies().all().get(0);
            Map<String, Object> ids = new LinkedHashMap<>();
            ids.put("OrderById", order.gid());
            ids.put("RefundDetail", order.refunds().get(0).gid());
            ids.put("FulfillmentOrdersOfOrder", order.gid());
            ids.put("Suggested", order.gid());
            ids.put("OrderAgreements", order.gid());
            ids.put("EditBegin", order.gid());
            assertThat(company.locations()).hasSize(1);
            Map<String, Object> variables = Map.of("n", 5, "q", "", "ids", List.of(order.gid()), "items", List.of());
            int run = 0;
            for (String name : List.of("OrdersUpdatedSince", "OrderById")) {
                run += runs(test, name, new Parser().parseDocument(orders), ids, variables);
            }
            Document document = new Parser().parseDocument(others);
            for (String name : List.of(
                    "RefundDetail",
                    "FulfillmentOrdersOfOrder",
                    "FulfillmentOrdersUpdated",
                    "Companies",
                    "InvItems",
                    "Locations",
                    "VariantsBySku",
                    "B2BCatalogs",
                    "Suggested",
                    "EditBegin",
                    "Payouts",
                    "BalanceTx",
                    "ShopInfo",
                    "Nodes",
                    "OrderAgreements",
                    "TermTemplates")) {
                run += runs(test, name, document, ids, variables);
            }
            assertThat(run).isEqualTo(18);
        }
    }

    @Test
    void the_recorded_mutations_fit_the_simulators_schema() throws IOException {
        Document all = new Parser()
                .parseDocument(Files.readString(needed(SPECS.resolve("shopify/documents/operations.graphql"))));
        Set<String> supported = Set.of(
                "Fulfil",
                "Track",
                "FEvent",
                "FCancel",
                "FOMove",
                "FOHold",
                "FORelease",
                "CompanyUpdate",
                "LocUpdate",
                "InvSet",
                "InvAdjust",
                "InvActivate",
                "VariantPrices",
                "B2BPrices",
                "Refund",
                "EditBegin",
                "EditAdd",
                "EditSet",
                "EditCommit",
                "Paid",
                "Manual",
                "Capture",
                "Cancel",
                "JobDone",
                "OUpdate",
                "TagsA",
                "MF");
        List<String> checked = new ArrayList<>();
        for (OperationDefinition each : all.getDefinitionsOfType(OperationDefinition.class)) {
            if (supported.contains(String.valueOf(each.getName()))) {
                Document alone = Document.newDocument().definition(each).build();
                assertThat(new Validator().validateDocument(ShopSchema.schema(), alone, Locale.ROOT))
                        .as(each.getName())
                        .isEmpty();
                checked.add(String.valueOf(each.getName()));
            }
        }
        assertThat(checked).containsExactlyInAnyOrderElementsOf(supported);
    }

    private static ShopOrder rich(TestShop test) {
        Company company = test.shop.companies().company("Acme", "NS-1");
        CompanyLocation place = test.shop.companies().location(company, "HQ", "NS-2");
        CompanyContact person = test.shop.companies().contact(company, "Ada", "Example", "ada@acme.example.com");
        PostalAddress address = PostalAddress.of("Ada", "Example", "1 Test Lane", "Springfield", "OR", "97477", "US");
        test.shop.companies().addresses(place, address, address);
        test.shop.stock().priceList("Acme", "USD", place);
        ShopOrder order = test.shop
                .orders()
                .placePaid(test.plain()
                        .company(place, person)
                        .terms(PaymentTermsTemplate.NET_30)
                        .shipTo(address)
                        .billTo(address)
                        .discount(Discount.code("TEN", "10"))
                        .discount(Discount.shipping("SHIP", "50"))
                        .discount(Discount.manual("sorry", "1.00", "MUG-1"))
                        .fee("Packaging", "1.00")
                        .tip("1.00"));
        test.shop.orders().ship(order.fulfillmentOrders().get(0), order.lines().get(0), 1, "UPS", "1Z");
        test.shop.orders().hold(order.fulfillmentOrders().get(0), "OTHER", "wait");
        test.shop
                .orders()
                .refund(
                        order,
                        RefundDraft.empty()
                                .returned(order.lines().get(0), 1, test.east)
                                .allShipping()
                                .money("20.00"));
        test.shop.payments().closePayout();
        return order;
    }

    private static int runs(
            TestShop test, String name, Document document, Map<String, Object> ids, Map<String, Object> more) {
        Map<String, Object> variables = new LinkedHashMap<>(more);
        if (ids.containsKey(name)) {
            variables.put("id", ids.getOrDefault(name, ""));
        }
        OperationDefinition operation = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(each -> name.equals(each.getName()))
                .findFirst()
                .orElseThrow();
        StringBuilder text = new StringBuilder(AstPrinter.printAst(operation));
        if (text.indexOf("...OrderSync") >= 0) {
            document.getDefinitionsOfType(FragmentDefinition.class)
                    .forEach(each -> text.append('\n').append(AstPrinter.printAst(each)));
        }
        List<Object> pairs = new ArrayList<>();
        operation.getVariableDefinitions().stream()
                .filter(each -> variables.containsKey(each.getName()))
                .forEach(each -> {
                    pairs.add(each.getName());
                    pairs.add(variables.getOrDefault(each.getName(), ""));
                });
        test.shop.bucket().size(2_000, 100);
        // The printer writes keywords in the machine's language; the tests run in Turkish.
        String sent = text.toString().replace('\u0131', 'i');
        Answer answer = test.ask(sent, pairs.toArray());
        assertThat(answer.body().path("errors").toString()).as(name).isIn("", "[]");
        assertThat(answer.body().path("data").isObject()).as(name).isTrue();
        return 1;
    }

    @Test
    void a_document_that_breaks_the_real_schema_is_refused_and_noted() {
        needed(VendorSchemas.file(SPECS, ApiVersion.V2026_04));
        try (ShopifySimulator shop = ShopifySimulator.builder(() -> TestShop.START)
                .validatingAgainst(SPECS)
                .start()) {
            Answer good = ask(shop, "{ shop { name } }");
            assertThat(good.data("/shop/name").asText()).isEqualTo("Example Outfitters");
            assertThat(shop.traffic().violations()).isEmpty();
            Answer newer = ask(
                    shop,
                    "{ orders(first: 1) { nodes { lineItems(first: 1) { nodes { priceAfterAllDiscountsBeforeTaxesSet { shopMoney { amount } } } } } } }");
            assertThat(newer.code()).isEqualTo("undefinedField");
            assertThat(shop.traffic().violations())
                    .singleElement()
                    .asString()
                    .startsWith("2026-04: ")
                    .contains("priceAfterAllDiscountsBeforeTaxesSet");
        }
    }

    private static Answer ask(ShopifySimulator shop, String query) {
        return TestShop.send(HttpRequest.newBuilder(shop.graphQl(ApiVersion.V2026_04))
                .header("X-Shopify-Access-Token", shop.tokens().staticToken())
                .POST(HttpRequest.BodyPublishers.ofString(
                        TestShop.JSON.createObjectNode().put("query", query).toString())));
    }

    @Test
    void the_cost_of_recorded_queries_is_what_shopify_asked() throws IOException {
        Path file = needed(SPECS.resolve("shopify/cost/query-cost-samples-2026-04.json.gz"));
        int fit = 0;
        int compared = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (JsonNode sample : TestShop.JSON.readTree(in)) {
                Document document =
                        new Parser().parseDocument(sample.path("query").asText());
                boolean known = !sample.path("query").asText().contains("__")
                        && new Validator()
                                .validateDocument(ShopSchema.schema(), document, Locale.ROOT)
                                .isEmpty();
                List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
                if (known && operations.size() == 1) {
                    Map<String, Object> variables = new LinkedHashMap<>();
                    sample.path("intVariables")
                            .properties()
                            .forEach(each ->
                                    variables.put(each.getKey(), each.getValue().asInt()));
                    compared++;
                    fit += new QueryCost(ShopSchema.schema(), document, variables).requested(operations.get(0))
                                    == sample.path("requestedQueryCost").asInt()
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(compared).as("recorded queries that the simulator knows").isPositive();
        assertThat(fit * 100 / compared).as("%d of %d", fit, compared).isGreaterThanOrEqualTo(98);
    }
}
