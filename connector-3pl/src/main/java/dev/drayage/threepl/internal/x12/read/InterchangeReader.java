package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.threepl.internal.x12.Finding;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.SentOrders;
import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.X12Fault.SetName;
import dev.drayage.threepl.internal.x12.X12Fault.Spot;
import dev.drayage.threepl.internal.x12.read.SetWalk.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
    private final SentOrders sentOrders;
    private final SetSchemas schemas;

    /**
     * A reader of one warehouse's files.
     *
     * @param account the account that the records belong to
     * @param sentOrders what the warehouse was told to ship, to compare its advices with
     */
    public InterchangeReader(AccountId account, PartnerProfile profile, SentOrders sentOrders) {
        this.account = account;
        this.profile = profile;
        this.sentOrders = sentOrders;
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
            return new Inspection.Refused(name, "", List.of(fault), List.of());
        }
        MessageDigest digest = sha256();
        Outline outline;
        try (InputStream raw = new DigestInputStream(Files.newInputStream(file), digest);
                NormalisedText text = new NormalisedText(raw, profile)) {
            outline = new EnvelopeScan(profile).scan(text);
            raw.transferTo(OutputStream.nullOutputStream());
            findings(outline, text);
            boolean patched = text.repairs().contains(Leniency.FINAL_TERMINATOR);
            if (patched && outline.cut.isEmpty() && !outline.faults.isEmpty()) {
                outline.cut = "the text ends without a terminator";
            }
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (!outline.cut.isEmpty()) {
            return new Inspection.Incomplete(name, sha256, outline.cut);
        }
        List<SetReceipt> receipts = outline.faults.isEmpty() ? validate(file, outline) : List.of();
        boolean refused = !outline.faults.isEmpty();
        List<GroupReceipt> groups = groups(outline, receipts, refused);
        return refused
                ? new Inspection.Refused(name, sha256, outline.faults, groups)
                : new Inspection.Judged(name, sha256, outline.interchanges, groups, outline.findings);
    }

    /**
     * The documents of a file that was judged readable, in the order of the file.
     *
     * @throws IOException if the file cannot be read
     */
    public DocumentCursor documents(Path file, Inspection.Judged inspection) throws IOException {
        List<SetReceipt> receipts = inspection.groups().stream()
                .flatMap(group -> group.sets().stream())
                .toList();
        return new DocumentCursor(inspection, receipts, walk(file), header -> run(header, new ArrayList<>()));
    }

    private List<SetReceipt> validate(Path file, Outline outline) throws IOException {
        List<SetReceipt> receipts = new ArrayList<>();
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
                    receipts.add(receipt(set, current, findings));
                }
            }
            if (receipts.size() != outline.sets.size()) {
                throw new MalformedTextException(new X12Fault(
                        SetName.ENVELOPE,
                        new Spot("", 0, 0, "", 1, 0),
                        X12Error.INTERCHANGE,
                        "of " + outline.sets.size() + " documents only " + receipts.size() + " could be told apart"));
            }
        } catch (MalformedTextException e) {
            outline.faults.add(e.fault());
        }
        return receipts;
    }

    private static SetReceipt receipt(Outline.Set set, SetRun run, List<Finding> findings)
            throws MalformedTextException {
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
        return new SetReceipt(set.header, subject, faults, findings);
    }

    private static List<GroupReceipt> groups(Outline outline, List<SetReceipt> receipts, boolean refused) {
        List<GroupReceipt> groups = new ArrayList<>();
        int next = 0;
        for (Outline.Group group : outline.groups) {
            List<SetReceipt> sets = new ArrayList<>();
            for (Outline.Set set : group.sets) {
                sets.add(
                        next < receipts.size()
                                ? receipts.get(next)
                                : new SetReceipt(set.header, Optional.empty(), set.faults, List.of()));
                next++;
            }
            groups.add(new GroupReceipt(
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
        return new SetRun(new SetContext(header, account, profile, sentOrders, findings));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
