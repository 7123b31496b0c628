package dev.drayage.threepl.internal.documents;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.SettledRecord;
import dev.drayage.threepl.internal.exchange.Arrivals;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.exchange.Intake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the files of one partner come in and are worked on. A file is handed out record by record to the sources that read
 * its kinds, and put away once the ledger has all of them, whatever became of them; a process that dies before finds it
 * again. A copy of a file that came before is answered and put away, unless the same words are news each time. Thread-safe.
 */
public final class Mailroom {
    /** A file that is cut short may still be being written for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int PAGE = 200;

    private final AccountId account;
    private final Intake intake;
    private final FileFormat format;
    private final ToldFiles told;
    private final TimeSource time;
    private final Reread reread = new Reread();
    private final Map<String, OpenFile> desk = new LinkedHashMap<>();

    /** Files without anything to hand out; a plan leaves them where they are. */
    private final Map<String, OpenFile> finished = new LinkedHashMap<>();

    /** The mailroom of an account, whose files come through {@code intake}. */
    public Mailroom(AccountId account, Intake intake, FileFormat format, ConnectorState state, TimeSource time) {
        this.account = account;
        this.intake = intake;
        this.format = format;
        this.told = new ToldFiles(state);
        this.time = time;
    }

    /** Takes in what has come, whatever is in work already. */
    public synchronized void collect(CallContext call) {
        collect(Set.copyOf(desk.keySet()), call);
    }

    /** Takes in what has come; files that tell nothing of {@code type} take no place of those that do. */
    private Map<String, String> collect(RecordType<?> type, CallContext call) {
        Map<String, String> unusable = new LinkedHashMap<>();
        Set<String> aside;
        do { // what has just come may be for others, too
            aside = othersThan(type);
            unusable.putAll(collect(aside, call));
        } while (!aside.containsAll(othersThan(type)));
        return unusable;
    }

    private Set<String> othersThan(RecordType<?> type) {
        Set<String> others = new HashSet<>();
        desk.forEach((id, file) -> {
            Documents documents = file.documents();
            if (documents.refusal().isEmpty() && !documents.types().contains(type)) {
                others.add(id);
            }
        });
        return others;
    }

    /** Returns what cannot be used at all, by the file's name. */
    private Map<String, String> collect(Set<String> aside, CallContext call) {
        Arrivals arrivals = intake.collect(aside, call);
        Map<String, String> unusable = new LinkedHashMap<>();
        arrivals.refused().forEach(name -> unusable.put(name, "its name cannot be used: rename it"));
        for (Arrivals.Fault fault : arrivals.faults()) {
            if (fault.code() == ErrorCode.ANSWER_TOO_LARGE || fault.code() == ErrorCode.FILE_REFUSED) {
                unusable.put(fault.name(), fault.message());
            }
        }
        Set<String> here = new HashSet<>();
        for (InboundFile file : arrivals.files()) {
            here.add(file.id());
            if (!desk.containsKey(file.id()) && !finished.containsKey(file.id())) {
                open(file);
            }
        }
        for (String id : List.copyOf(desk.keySet())) {
            if (!here.contains(id)) {
                Optional.ofNullable(desk.remove(id)).ifPresent(OpenFile::close);
            }
        }
        finished.keySet().retainAll(here);
        return unusable;
    }

    private void open(InboundFile file) {
        Documents documents = format.open(file);
        if (!documents.isComplete()
                && time.instant().isBefore(notInFuture(file.modified()).plus(PATIENCE))) {
            return;
        }
        OpenFile opened = new OpenFile(file, documents);
        boolean repeated = file.duplicateOf().isPresent() && !documents.isNewsAgain();
        if (documents.refusal().isEmpty() && (repeated || documents.types().isEmpty())) {
            finished.put(file.id(), opened);
        } else {
            desk.put(file.id(), opened);
        }
    }

    /** A warehouse's clock that is ahead does not date a file into the future. */
    private Instant notInFuture(Instant modified) {
        Instant now = time.instant();
        return modified.isAfter(now) ? now : modified;
    }

    /** One page of what waits: at most {@value #PAGE} records, and those of one file that has any. */
    public synchronized <T extends CommerceRecord> Page<T> read(
            RecordType<T> type, Optional<Cursor> at, CallContext call) {
        List<Change<T>> changes = new ArrayList<>();
        if (at.isEmpty()) {
            reread.forget();
            collect(type, call).forEach((name, problem) -> changes.add(unusable(type, name, problem)));
            desk.values().forEach(file -> file.restart(type));
        }
        Place from = at.map(Place::parse).orElse(new Place("", 0));
        if (at.isPresent() && !desk.containsKey(from.file())) {
            collect(type, call); // the cursor may be another process's
        }
        boolean reached = from.file().isEmpty() || !desk.containsKey(from.file());
        for (OpenFile file : List.copyOf(desk.values())) {
            boolean isFrom = file.file().id().equals(from.file());
            if (!reached && !isFrom) {
                continue;
            }
            reached = true;
            if (file.documents().refusal().isPresent()) {
                changes.add(refused(type, file));
                continue;
            }
            if (!file.documents().types().contains(type)) {
                continue;
            }
            changes.addAll(file.read(type, isFrom ? from.index() : 0, PAGE - Math.min(PAGE - 1, changes.size())));
            Optional<Integer> next = file.next(type);
            if (next.isPresent()) {
                return new Page<>(
                        changes, Optional.of(new Place(file.file().id(), next.get()).cursor()), Optional.empty());
            }
            if (!changes.isEmpty()) {
                return new Page<>(changes, after(file).map(Place::cursor), Optional.empty());
            }
        }
        return Page.last(changes);
    }

    private Optional<Place> after(OpenFile file) {
        boolean found = false;
        for (String id : desk.keySet()) {
            if (found) {
                return Optional.of(new Place(id, 0));
            }
            found = id.equals(file.file().id());
        }
        return Optional.empty();
    }

    /** Where a page goes on. */
    private record Place(String file, int index) {
        static Place parse(Cursor cursor) {
            int mark = cursor.token().lastIndexOf('#');
            return new Place(
                    cursor.token().substring(0, mark),
                    Integer.parseInt(cursor.token().substring(mark + 1)));
        }

        Cursor cursor() {
            return new Cursor(file + "#" + index);
        }
    }

    private <T extends CommerceRecord> Change<T> unusable(RecordType<T> type, String name, String problem) {
        return new Change.Unreadable<>(
                ofFile(type, name), "unusable", ErrorCode.FILE_REFUSED, "file " + name + ": " + problem);
    }

    private <T extends CommerceRecord> Change<T> refused(RecordType<T> type, OpenFile file) {
        return new Change.Unreadable<>(
                ofFile(type, file.file().name()),
                file.file().digest(),
                ErrorCode.FILE_REFUSED,
                file.documents().refusal().orElse(""));
    }

    private RecordRef ofFile(RecordType<?> type, String name) {
        return RecordRef.of(account, type, "file:" + name);
    }

    /** One record as the newest file that tells of it shows it, put away or not; gone if none is left. */
    public synchronized <T extends CommerceRecord> Change<T> fetch(
            RecordType<T> type, RecordRef ref, CallContext call) {
        Optional<Change<T>> known = look(type, ref);
        if (known.isPresent()) {
            return known.get();
        }
        collect(type, call); // what is unusable comes again with the next page
        return look(type, ref).orElseGet(() -> new Change.Gone<>(ref));
    }

    private <T extends CommerceRecord> Optional<Change<T>> look(RecordType<T> type, RecordRef ref) {
        List<OpenFile> open = desk.values().stream()
                .sorted((a, b) -> b.file().modified().compareTo(a.file().modified()))
                .toList();
        Optional<InboundFile> told = told(ref);
        for (OpenFile file : open) {
            boolean older = told.filter(
                            put -> put.modified().isAfter(file.file().modified()))
                    .isPresent();
            Optional<Change<T>> found = older ? Optional.empty() : Reread.scan(file.documents(), type, ref);
            if (found.isPresent()) {
                return found;
            }
        }
        Optional<Change<T>> found = told.flatMap(file -> reread.find(file.id(), () -> format.open(file), type, ref));
        if (found.isPresent()) {
            return found;
        }
        for (OpenFile file : open) {
            Optional<Change<T>> earlier = Reread.scan(file.documents(), type, ref);
            if (earlier.isPresent()) {
                return earlier;
            }
        }
        return open.stream()
                .filter(file -> ofFile(type, file.file().name()).equals(ref)
                        && file.documents().refusal().isPresent())
                .findFirst()
                .map(file -> refused(type, file));
    }

    /** The file that was put away and is the newest to tell of a record that waits. */
    private Optional<InboundFile> told(RecordRef ref) {
        return told.of(ref).filter(id -> !desk.containsKey(id)).flatMap(intake::find);
    }

    /** Puts away what tells nothing that is waited for: acknowledgements, and copies of what came before. */
    public synchronized void tidy(CallContext call) {
        List.copyOf(finished.values()).forEach(file -> putAway(file, call));
    }

    /** The ledger has these records: files with nothing else in them are put away. */
    public synchronized void acknowledge(RecordType<?> type, List<SettledRecord> settled, CallContext call) {
        tidy(call);
        List<RecordRef> ended = new ArrayList<>();
        for (SettledRecord record : settled) {
            acknowledge(type, record);
            if (record.ending() == SettledRecord.Ending.SETTLED) {
                ended.add(record.ref());
            }
        }
        told.forget(ended);
        for (OpenFile file : List.copyOf(desk.values())) {
            boolean refused = file.documents().refusal().isPresent();
            boolean wasTold = refused
                    && settled.stream()
                            .anyMatch(record ->
                                    record.ref().equals(ofFile(type, file.file().name())));
            if (wasTold || (!refused && file.isDone())) {
                file.documents().refusal().ifPresent(file::reason);
                putAway(file, call);
            }
        }
    }

    private void acknowledge(RecordType<?> type, SettledRecord record) {
        boolean waits = record.ending() != SettledRecord.Ending.SETTLED;
        // one record may stand in several files; they are read and told in their order
        Optional<OpenFile> from = desk.values().stream()
                .filter(file -> file.settle(type, record.ref()))
                .findFirst();
        if (waits) {
            from.ifPresent(file -> file.waits(type, record.ref(), true));
        } else {
            desk.values().forEach(file -> file.waits(type, record.ref(), false));
        }
        boolean counts = type.equals(RecordType.INVENTORY_LEVEL);
        if (from.isPresent() && record.ending() == SettledRecord.Ending.PARKED) {
            OpenFile file = from.get();
            // a difference of stock is no fault of the file
            if (!counts || file.isUnreadable(type, record.ref())) {
                file.reason(record.ref().id() + ": " + record.message());
            }
        }
    }

    private void putAway(OpenFile file, CallContext call) {
        file.documents().answer(call);
        told.remember(file.file(), file.waiting());
        if (file.reasons().isEmpty()) {
            intake.archive(file.file(), call);
        } else {
            intake.fail(file.file(), file.reasons(), call);
        }
        file.close();
        desk.remove(file.file().id());
        finished.remove(file.file().id());
    }
}
