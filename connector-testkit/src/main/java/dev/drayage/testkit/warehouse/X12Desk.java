package dev.drayage.testkit.warehouse;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The front desk that speaks X12. Not thread-safe; the simulator guards it. */
final class X12Desk implements FrontDesk {
    private static final String ENDING = "edi";
    private final X12Dialect dialect;
    private final X12InTray inTray;
    private final InterchangeWriter writer;
    private final ShippingAdviceWriter shippingAdvices;
    private final StockAdviceWriter stockAdvices;
    private final SentGroups sent;
    private final FileNames names;
    private final Site site;
    private final InstantSource clock;

    X12Desk(
            X12Dialect dialect,
            Partners partners,
            Site site,
            Shelves shelves,
            Complaints complaints,
            SentGroups sent,
            FileNames names,
            InstantSource clock) {
        this.dialect = dialect;
        this.site = site;
        this.sent = sent;
        this.names = names;
        this.clock = clock;
        inTray = new X12InTray(partners, shelves, complaints, sent);
        writer = new InterchangeWriter(dialect.delimiters(), partners);
        shippingAdvices = new ShippingAdviceWriter(dialect, site, shelves);
        stockAdvices = new StockAdviceWriter(dialect, site, shelves);
    }

    /** The next control numbers follow {@code last}. */
    void countFrom(int last) {
        writer.countFrom(last);
    }

    @Override
    public Received take(String file, byte[] bytes) {
        X12InTray.Taken taken = inTray.take(file, bytes);
        List<OutFile> answers = new ArrayList<>();
        for (List<GroupAnswer> interchange : taken.answers()) {
            if (dialect.acknowledges() && !interchange.isEmpty()) {
                List<List<X12Segment>> bodies =
                        interchange.stream().map(GroupAnswer::acknowledgement).toList();
                InterchangeWriter.Written written =
                        writer.write(List.of(new InterchangeWriter.GroupToSend("FA", "997", bodies)), now());
                answers.add(new OutFile(names.next("997", ENDING), written.bytes()));
            }
        }
        return new Received(taken.orders(), answers);
    }

    @Override
    public List<OutFile> advise(List<ShippingAdvice> advices) {
        List<List<X12Segment>> bodies =
                advices.stream().map(shippingAdvices::body).toList();
        if (bodies.isEmpty()) {
            return List.of();
        }
        return switch (dialect.bundling()) {
            case OWN_INTERCHANGE ->
                bodies.stream()
                        .map(body -> file("945", "SW", List.of(List.of(body))))
                        .toList();
            case OWN_GROUP ->
                List.of(file("945", "SW", bodies.stream().map(List::of).toList()));
            case ONE_GROUP -> List.of(file("945", "SW", List.of(bodies)));
        };
    }

    @Override
    public OutFile snapshot(List<StockLevel> levels) {
        return file("846", "IB", List.of(List.of(stockAdvices.body(levels, now()))));
    }

    @Override
    public int duplicates() {
        return inTray.duplicates();
    }

    private OutFile file(String set, String functionalId, List<List<List<X12Segment>>> groups) {
        InterchangeWriter.Written written = writer.write(
                groups.stream()
                        .map(bodies -> new InterchangeWriter.GroupToSend(functionalId, set, bodies))
                        .toList(),
                now());
        OutFile file = new OutFile(names.next(set, ENDING), written.bytes());
        for (int i = 0; i < groups.size(); i++) {
            sent.add(new SentGroup(
                    functionalId,
                    written.groupControls().get(i),
                    written.control(),
                    file.name(),
                    groups.get(i).size(),
                    SentGroup.Answer.NONE,
                    List.of()));
        }
        return file;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), site.zone());
    }
}
