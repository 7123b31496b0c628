package dev.drayage.testkit.warehouse;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A third-party warehouse that is reached by files in a folder. Nothing happens by itself: {@link #work()} is one round
 * of its day, in which it reads what the depositor dropped, answers, ships what is due and puts its documents out. The
 * same settings, clock and files always give the same bytes. All time comes from the clock given to the builder.
 * Thread-safe.
 *
 * <p>What it says in files may be late, repeated or mixed up, as its {@link Habits} are; {@link #orders()},
 * {@link #shipments()} and {@link #stock()} tell the truth.
 */
public final class WarehouseSimulator {
    private final InstantSource clock;
    private final Habits habits;
    private final Shelves shelves;
    private final Complaints complaints;
    private final SentGroups sent;
    private final OrderBook orders;
    private final ExchangeFolders folders;
    private final FrontDesk desk;
    private final PackingBench bench;
    private final ShippingDay day;
    private final Outbox outbox;
    private final FileNames names;
    private final Dice dice;
    private final Path root;
    private final List<Shipment> shipments = new ArrayList<>();
    private int round;

    private WarehouseSimulator(Builder settings) {
        clock = settings.clock;
        habits = settings.habits;
        root = settings.root;
        shelves = new Shelves(settings.items.values(), settings.ofUnknownArticles);
        complaints = new Complaints(clock);
        sent = new SentGroups(complaints);
        orders = new OrderBook(shelves, complaints);
        folders = new ExchangeFolders(
                root.resolve(settings.toWarehouse),
                root.resolve(settings.fromWarehouse),
                root.resolve(settings.taken),
                settings.deletes,
                clock);
        names = new FileNames(clock);
        Site site = new Site(settings.name, settings.code, settings.zone);
        desk = settings.dialect instanceof CsvDialect csv
                ? new CsvDesk(csv, site, shelves, complaints, names, clock)
                : new X12Desk(
                        (X12Dialect) settings.dialect,
                        settings.partners(),
                        site,
                        shelves,
                        complaints,
                        sent,
                        names,
                        clock);
        dice = new Dice(settings.seed * 31 + habits.seed());
        bench = new PackingBench(shelves, settings.companyPrefix);
        day = new ShippingDay(habits, bench, shelves, dice);
        outbox = new Outbox(habits, desk, folders, names, dice);
    }

    /** Starts the settings of a warehouse whose time is {@code clock} and whose files are below {@code root}. */
    public static Builder builder(InstantSource clock, Path root) {
        return new Builder(clock, root);
    }

    /** One round: reads, answers, ships what is due, puts documents out. */
    public synchronized void work() {
        round++;
        List<ShippingAdvice> advices = new ArrayList<>();
        for (WarehouseOrder order : orders.enter(read(), () -> day.nextLook(round))) {
            if (habits.answersCancels()) {
                record(order, bench.nothing(order, Remainder.CANCELLED, clock.instant()), advices);
            }
        }
        for (WarehouseOrder order : orders.all()) {
            if (order.waits() && order.dueRound() <= round) {
                day.ship(order, round, clock.instant()).ifPresent(shipment -> {
                    shipments.add(shipment);
                    advices.add(new ShippingAdvice(shipment, order.view()));
                });
            }
        }
        outbox.tell(advices);
        if (habits.snapshotEvery() > 0 && round % habits.snapshotEvery() == 0) {
            putSnapshot();
        }
    }

    private List<ShippingOrder> read() {
        List<Path> files = new ArrayList<>(folders.finished());
        if (habits.shuffles()) {
            dice.mix(files);
        }
        List<ShippingOrder> asked = new ArrayList<>();
        for (Path file : files) {
            FrontDesk.Received received = desk.take(String.valueOf(file.getFileName()), folders.take(file));
            asked.addAll(received.orders());
            received.answers().forEach(outbox::answer);
        }
        return asked;
    }

    private void record(WarehouseOrder order, Shipment shipment, List<ShippingAdvice> advices) {
        order.book(shipment.lines());
        shipments.add(shipment);
        advices.add(new ShippingAdvice(shipment, order.view()));
    }

    /** Where the files are exchanged. */
    public Path root() {
        return root;
    }

    /** Where the depositor drops files. */
    public Path toWarehouse() {
        return folders.drop();
    }

    /** Where the warehouse puts files. */
    public Path fromWarehouse() {
        return folders.out();
    }

    /** All orders that came, in the order they came. */
    public synchronized List<ReceivedOrder> orders() {
        return orders.all().stream().map(WarehouseOrder::view).toList();
    }

    /** One order, if it came. */
    public synchronized Optional<ReceivedOrder> order(String orderNumber) {
        return orders.find(orderNumber).map(WarehouseOrder::view);
    }

    /** All that was shipped, or decided not to be, in the order it happened. */
    public synchronized List<Shipment> shipments() {
        return List.copyOf(shipments);
    }

    /** The shipments of one order. */
    public synchronized List<Shipment> shipments(String orderNumber) {
        return shipments.stream()
                .filter(shipment -> shipment.orderNumber().equals(orderNumber))
                .toList();
    }

    /** What there truly is of every article. */
    public synchronized List<StockLevel> stock() {
        return levels();
    }

    /** What there truly is of one article; of an article that nobody has heard of there is none. */
    public synchronized StockLevel stock(String sku) {
        return shelves.shelf(sku).level(orders.allocated().getOrDefault(sku, 0));
    }

    private List<StockLevel> levels() {
        Map<String, Integer> allocated = orders.allocated();
        return shelves.all().stream()
                .map(shelf -> shelf.level(allocated.getOrDefault(shelf.item().sku(), 0)))
                .toList();
    }

    /** Groups that the depositor acknowledged, and how. */
    public synchronized List<SentGroup> acknowledged() {
        return sent.answered();
    }

    /** Groups that the depositor has not acknowledged. */
    public synchronized List<SentGroup> unacknowledged() {
        return sent.unanswered();
    }

    /** What the warehouse found wrong with what the depositor sent. */
    public synchronized List<Complaint> complaints() {
        return complaints.all();
    }

    /** How many interchanges or files came again, byte for byte. */
    public synchronized int duplicates() {
        return desk.duplicates();
    }

    /** Whether orders are due, or documents are held back, for a later round. */
    public synchronized boolean hasWork() {
        return !outbox.isEmpty() || orders.all().stream().anyMatch(WarehouseOrder::waits);
    }

    /**
     * Ships now what the list says, puts the document out at once, and answers what truly left.
     *
     * @throws IllegalArgumentException if the order never came
     * @throws IllegalStateException if nothing of it waits and the list takes nothing
     */
    public synchronized Shipment ship(String orderNumber, PickList list) {
        WarehouseOrder order = orders.find(orderNumber)
                .orElseThrow(() -> new IllegalArgumentException("order " + orderNumber + " never came"));
        Shipment shipment = bench.ship(order, list, clock.instant());
        if (shipment.lines().isEmpty()) {
            throw new IllegalStateException("nothing of order " + orderNumber + " waits to be shipped");
        }
        List<ShippingAdvice> advices = new ArrayList<>();
        record(order, shipment, advices);
        advices.forEach(outbox::tellNow);
        return shipment;
    }

    /** Puts a snapshot of the stock out, and answers the file's name. */
    public synchronized String putSnapshot() {
        OutFile file = desk.snapshot(levels());
        outbox.put(file);
        return file.name();
    }

    /** A recount: there are truly so many pieces. */
    public synchronized void count(String sku, int quantity) {
        shelves.put(sku).count(quantity);
    }

    /** Puts pieces on hold, or, below zero, releases them. */
    public synchronized void hold(String sku, int quantity) {
        shelves.put(sku).hold(quantity);
    }

    /** Puts the last document, not an acknowledgement, out again under another name, and answers that name. */
    public synchronized String resendLast() {
        return outbox.putLastAgain().name();
    }

    /** Puts any bytes out. */
    public synchronized void put(String name, byte[] bytes) {
        folders.put(new OutFile(name, bytes.clone()));
    }

    /** The next interchange and group get the number after {@code last}, as after a migration. */
    public synchronized void countControlNumbersFrom(int last) {
        if (desk instanceof X12Desk x12) {
            x12.countFrom(last);
        } else {
            throw new IllegalStateException("only X12 has control numbers");
        }
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final InstantSource clock;
        private final Path root;
        private final Map<String, StockItem> items = new LinkedHashMap<>();
        private int ofUnknownArticles;
        private long seed;
        private Habits habits = Habits.plain();
        private Dialect dialect = X12Dialect.usual();
        private ZoneId zone = ZoneId.of("America/Chicago");
        private String name = "NORTH WAREHOUSE";
        private String code = "NORTH01";
        private String toWarehouse = "toWarehouse";
        private String fromWarehouse = "fromWarehouse";
        private String taken = "taken";
        private boolean deletes;
        private String companyPrefix = "01234567";
        private String warehouseQualifier = "ZZ";
        private String warehouseId = "NORTHWH3PL";
        private String depositorQualifier = "ZZ";
        private String depositorId = "ACMEBRAND";
        private String usage = "T";

        private Builder(InstantSource clock, Path root) {
            this.clock = clock;
            this.root = root;
        }

        private Partners partners() {
            return new Partners(
                    warehouseQualifier, warehouseId, warehouseId, depositorQualifier, depositorId, depositorId, usage);
        }

        /** What chance starts from. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** How well it ships. */
        public Builder habits(Habits how) {
            habits = how;
            return this;
        }

        /** In what kind of files it talks. */
        public Builder dialect(Dialect kind) {
            dialect = kind;
            return this;
        }

        /** The zone of its dates and times. */
        public Builder zone(ZoneId place) {
            zone = place;
            return this;
        }

        /** Its name, and the depositor's code for it. */
        public Builder site(String siteName, String siteCode) {
            name = siteName;
            code = siteCode;
            return this;
        }

        /** Its X12 qualifier and id (ISA05, ISA06), which are also its group id (GS02). */
        public Builder warehouse(String qualifier, String id) {
            warehouseQualifier = qualifier;
            warehouseId = id;
            return this;
        }

        /** The depositor's X12 qualifier and id. */
        public Builder depositor(String qualifier, String id) {
            depositorQualifier = qualifier;
            depositorId = id;
            return this;
        }

        /** Whether interchanges are production (P in ISA15) or test (T, at first). */
        public Builder production(boolean production) {
            usage = production ? "P" : "T";
            return this;
        }

        /** The names of the folders below the root: for the depositor's files and for the warehouse's. */
        public Builder folders(String depositorDrops, String warehousePuts) {
            toWarehouse = depositorDrops;
            fromWarehouse = warehousePuts;
            return this;
        }

        /** The folder that files are moved to when they are read. */
        public Builder movesReadFilesTo(String folder) {
            taken = folder;
            deletes = false;
            return this;
        }

        /** Files that are read are deleted. */
        public Builder deletesReadFiles() {
            deletes = true;
            return this;
        }

        /** An article on the shelves. */
        public Builder stock(StockItem item) {
            items.put(item.sku(), item);
            return this;
        }

        /** An article on the shelves, without lots and serial numbers. */
        public Builder stock(String sku, int quantity) {
            return stock(StockItem.of(sku, quantity));
        }

        /** There are so many of every article that was not named; at first there are none, and they are complained of. */
        public Builder stockOfOtherArticles(int quantity) {
            ofUnknownArticles = quantity;
            return this;
        }

        /** The GS1 company prefix of its SSCCs, seven to ten digits. */
        public Builder companyPrefix(String digits) {
            companyPrefix = digits;
            return this;
        }

        /** Opens the warehouse and makes its folders. */
        public WarehouseSimulator open() {
            return new WarehouseSimulator(this);
        }
    }
}
