package dev.drayage.threepl;

/** Puts one set that a test spells out into a right envelope from the warehouse to the brand. */
final class X12Envelope {
    /** The settings of both parties, as the brand sees them. */
    static final String US = "ZZ:ACMEBRAND";

    static final String THEM = "ZZ:NORTHWH3PL";

    private X12Envelope() {}

    /** An interchange under a number of at most nine digits; each segment ends with {@code ~}. */
    static String of(int number, String group, String set, String segments) {
        int count = (int) segments.chars().filter(c -> c == '~').count() + 2;
        String digits = "%09d".formatted(number);
        return "ISA*00*          *00*          *ZZ*NORTHWH3PL     *ZZ*ACMEBRAND      *261120*1030*U*00401*" + digits
                + "*0*P*>~GS*" + group + "*NORTHWH3PL*ACMEBRAND*20261120*1030*" + number + "*X*004010~ST*" + set
                + "*0001~" + segments + "SE*" + count + "*0001~GE*1*" + number + "~IEA*1*" + digits + "~";
    }
}
