package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.Finding;
import dev.drayage.threepl.internal.x12.X12Fault;
import java.util.List;

/** What a file is, after it was read to its end once and before anything of it is handed out. */
public sealed interface Inspection {
    /** The file's name in messages. */
    String file();

    /**
     * The text ends before its interchange does: the file is still being written, or was cut. Not an error yet; whoever
     * watches the folder decides when it becomes one.
     *
     * @param place where the text ends, for people
     */
    record Incomplete(String file, String place) implements Inspection {}

    /**
     * The envelope is broken, or the file is not for us: nothing of it may be used.
     *
     * @param faults why, never empty
     * @param groups the groups that could be told, to be rejected by an acknowledgement
     */
    record Refused(String file, List<X12Fault> faults, List<GroupResult> groups) implements Inspection {
        public Refused {
            faults = List.copyOf(faults);
            groups = List.copyOf(groups);
        }
    }

    /**
     * The envelope is good, and it is known which sets are.
     *
     * @param interchanges the file's interchanges
     * @param groups the file's groups with what became of their sets
     * @param findings what was wrong with the envelope and was borne
     */
    record Judged(String file, List<InterchangeHeader> interchanges, List<GroupResult> groups, List<Finding> findings)
            implements Inspection {
        public Judged {
            interchanges = List.copyOf(interchanges);
            groups = List.copyOf(groups);
            findings = List.copyOf(findings);
        }
    }
}
