package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.Finding;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.TradingParty;
import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.X12Fault.SetName;
import dev.drayage.threepl.internal.x12.read.RawText.Raw;

/** Compares the headers of interchanges and groups with what is agreed with the warehouse. */
final class HeaderCheck {
    private final PartnerProfile profile;
    private final Outline outline;

    HeaderCheck(PartnerProfile profile, Outline outline) {
        this.profile = profile;
        this.outline = outline;
    }

    void interchange(Raw isa) {
        party(isa, 5, profile.warehouse(), "x12.them", "from");
        party(isa, 7, profile.us(), "x12.us", "for");
        if (!isa.part(11).equals("U")) {
            fault(isa, 11, X12Error.INTERCHANGE, "the standard must be U");
        }
        if (!isa.part(12).equals("00401")) {
            X12Fault fault = new X12Fault(
                    SetName.ENVELOPE,
                    isa.spot(0).at(12, "I11"),
                    X12Error.INTERCHANGE,
                    "version " + isa.part(12) + " is not 00401");
            if (profile.bears(Leniency.INTERCHANGE_VERSION) && isa.part(12).startsWith("0040")) {
                outline.findings.add(new Finding(Leniency.INTERCHANGE_VERSION, fault));
            } else {
                outline.faults.add(fault);
            }
        }
        if (!isa.part(13).matches("[0-9]{9}")) {
            fault(isa, 13, X12Error.INTERCHANGE, "the control number must have nine digits");
        }
        String usage = profile.test() ? "T" : "P";
        if (!isa.part(15).equals(usage)) {
            fault(
                    isa,
                    15,
                    X12Error.INTERCHANGE,
                    "x12.test says " + profile.test() + ", so files are marked " + usage + ", and this one is marked "
                            + isa.part(15));
        }
    }

    void group(Raw gs, Outline.Group group) {
        int before = outline.faults.size();
        if (!gs.part(2).equals(profile.warehouse().groupId())) {
            fault(gs, 2, X12Error.GROUP_NOT_SUPPORTED, group("x12.them", profile.warehouse(), "from"));
        }
        if (!gs.part(3).equals(profile.us().groupId())) {
            fault(gs, 3, X12Error.GROUP_NOT_SUPPORTED, group("x12.us", profile.us(), "for"));
        }
        if (!gs.part(6).matches("[0-9]{1,9}")) {
            fault(gs, 6, X12Error.GROUP_CONTROL_NUMBER, "the group's control number must have 1 to 9 digits");
        }
        if (!gs.part(8).startsWith("004010")) {
            fault(gs, 8, X12Error.GROUP_VERSION, "version " + gs.part(8) + " is not 004010");
        }
        group.faults.addAll(outline.faults.subList(before, outline.faults.size()));
    }

    private void party(Raw isa, int at, TradingParty party, String setting, String side) {
        if (!isa.part(at).equals(party.qualifier())
                || !isa.part(at + 1).stripTrailing().equals(party.id())) {
            fault(
                    isa,
                    at + 1,
                    X12Error.INTERCHANGE,
                    setting + " says " + party.qualifier() + ":" + party.id() + ", the file is " + side + " "
                            + isa.part(at) + ":" + isa.part(at + 1).strip());
        }
    }

    /** What stands in a group's header is of any length and may be anything, so it is not repeated. */
    private static String group(String setting, TradingParty party, String side) {
        return setting + " says that groups are " + side + " " + party.groupId() + ", this one is " + side
                + " another: correct the third part of " + setting + ", qualifier:id:group id";
    }

    private void fault(Raw raw, int element, X12Error error, String message) {
        outline.faults.add(new X12Fault(SetName.ENVELOPE, raw.spot(0).at(element, ""), error, message));
    }
}
