package dev.drayage.threepl.internal.x12;

import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.DocumentCursor;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Counts the items of a stock advice, in a machine of its own. */
final class StockCounter {
    private StockCounter() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        InterchangeReader reader = Samples.reader(Samples.brand().build());
        Inspection inspection = reader.inspect(file);
        if (!(inspection instanceof Inspection.Judged judged)) {
            throw new IllegalStateException(inspection.toString());
        }
        int items = 0;
        try (DocumentCursor cursor = reader.documents(file, judged)) {
            for (Optional<Document> next = cursor.next(); next.isPresent(); next = cursor.next()) {
                items += next.get() instanceof Document.Told ? 1 : 0;
            }
        }
        System.out.println(items + " items");
    }
}
