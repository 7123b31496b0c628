package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.SqlRow.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Address books of customers: the entries, and the addresses they point to by {@code nkey}. Keys are made up here out of
 * customer and entry.
 */
final class AddressTables {
    private static final long ENTRIES_PER_CUSTOMER = 1000;

    private AddressTables() {}

    static SqlTable addressBook(SuiteQlView view) {
        SqlTable table = table(view, "customeraddressbook");
        SqlColumns part = SqlColumns.ofPart(view);
        return table.column("entity", row -> row.record().number())
                .column("internalid", SqlRow::number)
                .column("label", part.text("label"))
                .column("defaultbilling", part.flag("defaultBilling"))
                .column("defaultshipping", part.flag("defaultShipping"))
                .column("isresidential", part.flag("isResidential"))
                .column("addressbookaddress", AddressTables::key);
    }

    static SqlTable entityAddress(SuiteQlView view) {
        SqlTable table = table(view, "customeraddressbookentityaddress");
        SqlColumns address = new SqlColumns(
                view, row -> row.part().path("addressBookAddress") instanceof ObjectNode found ? found : Json.object());
        for (String field :
                List.of("addressee", "attention", "addr1", "addr2", "addr3", "addrPhone", "city", "state", "zip")) {
            table.column(field.toLowerCase(Locale.ROOT), address.text(field));
        }
        return table.column("nkey", AddressTables::key).column("country", address.ref("country"));
    }

    private static Object key(SqlRow row) {
        return row.record().number() * ENTRIES_PER_CUSTOMER + row.number();
    }

    private static SqlTable table(SuiteQlView view, String name) {
        Function<StoredRecord, List<SqlRow>> rows = record -> Json.rows(view.read(record), "addressBook").stream()
                .map(entry -> new SqlRow(record, entry.path("internalId").asLong(), entry, Role.RECORD))
                .toList();
        return new SqlTable(name, false, Set.of("entity"), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows("entity", Long.MIN_VALUE, rows);
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return view.byId("entity", value, rows);
            }
        });
    }
}
