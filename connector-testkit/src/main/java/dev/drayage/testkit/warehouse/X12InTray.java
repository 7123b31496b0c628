package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the depositor dropped, judges it and makes the answers. Not thread-safe; the simulator guards it. */
final class X12InTray {
    private static final String ACKNOWLEDGEMENTS = "FA";
    private static final String ORDERS = "OW";
    private final Partners partners;
    private final Shelves shelves;
    private final Complaints complaints;
    private final SentGroups sent;
    private final Map<String, String> interchanges = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private int duplicates;

    /** What a file asks for and what is answered. */
    record Taken(List<ShippingOrder> orders, List<List<GroupAnswer>> answers) {}

    X12InTray(Partners partners, Shelves shelves, Complaints complaints, SentGroups sent) {
        this.partners = partners;
        this.shelves = shelves;
        this.complaints = complaints;
        this.sent = sent;
    }

    /** Interchanges that came again, byte for byte. */
    int duplicates() {
        return duplicates;
    }

    Taken take(String file, byte[] bytes) {
        List<ShippingOrder> orders = new ArrayList<>();
        List<List<GroupAnswer>> answers = new ArrayList<>();
        try {
            for (Interchange interchange : InterchangeReader.read(bytes)) {
                answers.add(take(file, interchange, orders));
            }
        } catch (BadInterchange e) {
            complaints.add(file, Complaint.Kind.BAD_INTERCHANGE, String.valueOf(e.getMessage()));
        }
        return new Taken(orders, answers);
    }

    private List<GroupAnswer> take(String file, Interchange interchange, List<ShippingOrder> orders) {
        Optional<String> stranger = stranger(interchange.isa());
        if (stranger.isPresent()) {
            complaints.add(file, Complaint.Kind.BAD_INTERCHANGE, stranger.get());
            return List.of();
        }
        String before = interchanges.putIfAbsent(interchange.key(), interchange.text());
        boolean again = before != null;
        if (again && !interchange.text().equals(before)) {
            complaints.add(
                    file,
                    Complaint.Kind.CONTROL_NUMBER_REUSED,
                    "interchange " + interchange.control() + " came before with other content");
            return List.of();
        }
        duplicates += again ? 1 : 0;
        if (!again) {
            interchange.remarks().forEach(remark -> complaints.add(file, Complaint.Kind.UNTIDY, remark));
        }
        List<GroupAnswer> answers = new ArrayList<>();
        for (FunctionalGroup group : interchange.groups()) {
            if (!again && !claim(file, interchange, group)) {
                continue;
            }
            if (group.functionalId().equals(ACKNOWLEDGEMENTS)) {
                if (!again) {
                    takeAcknowledgements(file, group, interchange.delimiters());
                }
            } else {
                List<ShippingOrder> asked = new ArrayList<>();
                GroupAnswer answer = judge(file, interchange, group, asked, !again);
                answers.add(answer);
                if (!again) {
                    orders.addAll(asked);
                }
            }
        }
        return answers;
    }

    private Optional<String> stranger(X12Segment isa) {
        String from = isa.element(5) + "/" + isa.element(6).strip();
        String to = isa.element(7) + "/" + isa.element(8).strip();
        if (!from.equals(partners.depositorQualifier() + "/" + partners.depositorId())) {
            return Optional.of("the sender " + from + " is not the depositor");
        }
        if (!to.equals(partners.warehouseQualifier() + "/" + partners.warehouseId())) {
            return Optional.of("the receiver " + to + " is not this warehouse");
        }
        if (!isa.element(15).equals(partners.usage())) {
            return Optional.of("ISA15 is " + isa.element(15) + ", agreed is " + partners.usage());
        }
        return Optional.empty();
    }

    private boolean claim(String file, Interchange interchange, FunctionalGroup group) {
        if (!group.gs().element(2).equals(partners.depositorGroupId())
                || !group.gs().element(3).equals(partners.warehouseGroupId())) {
            complaints.add(file, Complaint.Kind.BAD_INTERCHANGE, "GS02 and GS03 are not as agreed: " + group.gs());
            return false;
        }
        if (!X12Date.isDate(group.gs().element(4)) || !X12Date.isTime(group.gs().element(5))) {
            complaints.add(file, Complaint.Kind.BAD_INTERCHANGE, "GS04 and GS05 are no date and time: " + group.gs());
            return false;
        }
        String before = groups.putIfAbsent(group.functionalId() + group.control(), interchange.control());
        if (before != null) {
            complaints.add(
                    file,
                    Complaint.Kind.CONTROL_NUMBER_REUSED,
                    "group " + group.functionalId() + " " + group.control() + " came before in interchange " + before);
        }
        return before == null;
    }

    private void takeAcknowledgements(String file, FunctionalGroup group, Delimiters delimiters) {
        if (!group.faults().isEmpty()) {
            complaints.add(file, Complaint.Kind.BAD_ACKNOWLEDGEMENT, "the group's envelope is in error: " + group.gs());
            return;
        }
        for (TransactionSet set : group.sets()) {
            List<Finding> findings = SetCheck.findings(set, SetGrammar.acknowledgement(), delimiters);
            if (!set.id().equals("997") || !set.faults().isEmpty() || !findings.isEmpty()) {
                complaints.add(
                        file, Complaint.Kind.BAD_ACKNOWLEDGEMENT, "set " + set.control() + " is in error: " + findings);
            } else {
                sent.take(set, file);
            }
        }
    }

    private GroupAnswer judge(
            String file, Interchange interchange, FunctionalGroup group, List<ShippingOrder> orders, boolean speaks) {
        List<String> faults = new ArrayList<>(group.faults());
        if (!group.functionalId().equals(ORDERS)) {
            faults.add(FunctionalGroup.NOT_SUPPORTED);
        }
        List<GroupAnswer.SetAnswer> sets = new ArrayList<>();
        for (TransactionSet set : group.sets()) {
            sets.add(judge(file, interchange, set, orders, speaks && faults.isEmpty()));
        }
        if (!faults.isEmpty()) {
            orders.clear();
            if (speaks) {
                complaints.add(file, Complaint.Kind.REJECTED, "group " + group.control() + ": AK905 " + faults);
            }
        }
        return new GroupAnswer(group.functionalId(), group.control(), faults, sets);
    }

    private GroupAnswer.SetAnswer judge(
            String file, Interchange interchange, TransactionSet set, List<ShippingOrder> orders, boolean speaks) {
        List<String> faults = new ArrayList<>(set.faults());
        List<Finding> findings = new ArrayList<>();
        if (!set.id().equals("940")) {
            faults.add("1");
        } else {
            findings.addAll(SetCheck.findings(set, SetGrammar.shippingOrder(), interchange.delimiters()));
            if (faults.isEmpty() && findings.isEmpty()) {
                ShippingOrderReader reader = new ShippingOrderReader(shelves);
                reader.read(set, Long.parseLong(interchange.control()), file).ifPresent(orders::add);
                findings.addAll(reader.findings());
                if (speaks && findings.isEmpty() && !reader.wrongTotal().isEmpty()) {
                    complaints.add(file, Complaint.Kind.WRONG_TOTAL, reader.wrongTotal());
                }
            }
        }
        if (speaks && !(faults.isEmpty() && findings.isEmpty())) {
            complaints.add(
                    file,
                    Complaint.Kind.REJECTED,
                    "set " + set.id() + " " + set.control() + ": AK502 " + faults + ", " + findings);
        }
        return new GroupAnswer.SetAnswer(set.id(), set.control(), faults, findings);
    }
}
