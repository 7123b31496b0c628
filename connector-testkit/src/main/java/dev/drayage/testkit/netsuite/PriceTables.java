package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SqlRow.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Prices of items: {@code pricing}, a row per item, price level, currency and quantity break. Its columns are chosen here:
 * no source at hand shows the table.
 */
final class PriceTables {
    private PriceTables() {}

    static SqlTable pricing(SuiteQlView view) {
        Function<StoredRecord, List<SqlRow>> rows =
                record -> !record.recordType().isItem()
                        ? List.of()
                        : ItemPrices.all(view.read(record)).stream()
                                .map(price -> new SqlRow(record, 0, price, Role.RECORD))
                                .toList();
        SqlTable table = new SqlTable("pricing", false, Set.of("item"), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows("item", Long.MIN_VALUE, rows);
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return view.byId("item", value, rows);
            }
        });
        SqlColumns part = SqlColumns.ofPart(view);
        part.addRef(table, "pricelevel", "priceLevel", "priceLevel");
        part.addRef(table, "currency", "currency", "currency");
        return table.column(
                        "item",
                        row -> row.record().number(),
                        row -> view.references().displayName(row.record()))
                .column("quantity", part.number("quantity"))
                .column("unitprice", part.number("price"));
    }
}
