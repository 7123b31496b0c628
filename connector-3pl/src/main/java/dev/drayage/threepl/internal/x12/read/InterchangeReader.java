package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.threepl.internal.x12.Finding;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.ToldLines;
import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.X12Fault.SetName;
import dev.drayage.threepl.internal.x12.X12Fault.Spot;
import dev.drayage.threepl.internal.x12.read.SetWalk.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads X12 files of one warehouse. A file is first read to its end and judged whole, in constant memory; only then its
 * documents are handed out, in a second reading. So nothing of a file is ever used whose rest turns out to be broken, and one
 * bad document does not block its neighbours. The file must not change between the two readings. Immutable and thread-safe if
 * the orders are.
 */
public final class InterchangeReader {
    private final AccountId account;
    private final PartnerProfile profile;
    private final ToldLines toldLines;
    private final SetSchemas schemas;

    /**
     * A reader of one warehouse's files.
     *
     * @param account the account that the records belong to
     * @param toldLines what the warehouse was told to ship, to compare its advices with
     */
    public InterchangeReader(AccountId account, PartnerProfile profile, ToldLines toldLines) {
        this.account = account;
        this.profile = profile;
        this.toldLines = toldLines;
        this.schemas = SetSchemas.load();
    }

    /**
     * Judges a file.
     *
     * @throws IOException if the file cannot be read
     */
    public Inspection inspect(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > profile.limits().bytes()) {
            X12Fault fault = new X12Fault(
                    SetName.ENVELOPE,
                    new Spot("", 0, 0, "", 1, 0),
                    X12Error.INTERCHANGE,
                    "the file has more than " + profile.limits().bytes() + " bytes");
            return new Inspection.Refused(name, List.of(fault), List.of());
        }
        Outline outline;
        try (InputStream raw = Files.newInputStream(file);
                NormalisedText text = new NormalisedText(raw, profile)) {
            outline = new EnvelopeScan(profile).scan(text);
            findings(outline, text);
            boolean patched = text.repairs().contains(Leniency.FINAL_TERMINATOR);
            if (patched && outline.cut.isEmpty() && !outline.faults.isEmpty()) {
                outline.cut = "the text ends without a terminator";
            }
        }
        if (!outline.cut.isEmpty()) {
            return new Inspection.Incomplete(name, outline.cut);
        }
        List<SetResult> results = outline.faults.isEmpty() ? validate(file, outline) : List.of();
        boolean refused = !outline.faults.isEmpty();
        List<GroupResult> groups = groups(outline, results, refused);
        return refused
                ? new Inspection.Refused(name, outline.faults, groups)
                : new Inspection.Judged(name, outline.interchanges, groups, outline.findings);
    }

    /**
     * The documents of a file that was judged readable, in the order of the file.
     *
     * @throws IOException if the file cannot be read
     */
    public DocumentCursor documents(Path file, Inspection.Judged inspection) throws IOException {
        List<SetResult> results = inspection.groups().stream()
                .flatMap(group -> group.sets().stream())
                .toList();
        return new DocumentCursor(inspection, results, walk(file), header -> run(header, new ArrayList<>()));
    }

    private List<SetResult> validate(Path file, Outline outline) throws IOException {
        List<SetResult> results = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Optional<SetRun> run = Optional.empty();
        try (SetWalk walk = walk(file)) {
            for (Optional<Step> step = walk.next(); step.isPresent(); step = walk.next()) {
                Outline.Set set = outline.sets.get(step.get().set());
                if (step.get().segment().is("ST")) {
                    findings = new ArrayList<>();
                    run = Optional.of(run(set.header, findings));
                }
                SetRun current = run.orElseThrow();
                current.take(step.get().segment(), document -> {});
                if (step.get().segment().is("SE")) {
                    results.add(result(set, current, findings));
                }
            }
            if (results.size() != outline.sets.size()) {
                throw new MalformedTextException(new X12Fault(
                        SetName.ENVELOPE,
                        new Spot("", 0, 0, "", 1, 0),
                        X12Error.INTERCHANGE,
                        "of " + outline.sets.size() + " documents only " + results.size() + " could be told apart"));
            }
        } catch (MalformedTextException e) {
            outline.faults.add(e.fault());
        }
        return results;
    }

    private static SetResult result(Outline.Set set, SetRun run, List<Finding> findings) throws MalformedTextException {
        List<X12Fault> faults = new ArrayList<>(set.faults);
        faults.addAll(run.faults());
        if (faults.isEmpty() && run.segments() != set.segments) {
            throw new MalformedTextException(new X12Fault(
                    set.header.name(),
                    new Spot("ST", 1, 0, "", 1, 0),
                    X12Error.SET_COUNT,
                    "two readings of the set count " + set.segments + " and " + run.segments() + " segments"));
        }
        Optional<RecordRef> subject = run.subject();
        return new SetResult(set.header, subject, faults, findings);
    }

    private static List<GroupResult> groups(Outline outline, List<SetResult> results, boolean refused) {
        List<GroupResult> groups = new ArrayList<>();
        int next = 0;
        for (Outline.Group group : outline.groups) {
            List<SetResult> sets = new ArrayList<>();
            for (Outline.Set set : group.sets) {
                sets.add(
                        next < results.size()
                                ? results.get(next)
                                : new SetResult(set.header, Optional.empty(), set.faults, List.of()));
                next++;
            }
            groups.add(new GroupResult(
                    group.interchange,
                    group.functionalId,
                    group.control,
                    Math.max(group.included, 0),
                    refused,
                    group.faults,
                    sets));
        }
        return groups;
    }

    private void findings(Outline outline, NormalisedText text) {
        text.repairs()
                .forEach(repair -> outline.findings.add(new Finding(
                        repair,
                        new X12Fault(
                                SetName.ENVELOPE,
                                new Spot("ISA", 0, 0, "", 1, 0),
                                X12Error.INTERCHANGE,
                                "the text was repaired: " + repair))));
    }

    private SetWalk walk(Path file) throws IOException {
        return new SetWalk(new StaediSegments(new NormalisedText(Files.newInputStream(file), profile), schemas));
    }

    private SetRun run(SetHeader header, List<Finding> findings) {
        return new SetRun(new SetContext(header, account, profile, toldLines, findings));
    }
}
