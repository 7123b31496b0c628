package dev.drayage.threepl.internal.x12.read;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.threepl.internal.x12.read.SetWalk.Step;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * Hands out the documents of a file one by one. It holds one document, or one item of a stock advice, at a time. Not
 * thread-safe; close it.
 */
public final class DocumentCursor implements Closeable {
    private final Inspection.Judged inspection;
    private final List<SetResult> results;
    private final SetWalk walk;
    private final Function<SetHeader, SetRun> runs;
    private final Queue<Document> ready = new ArrayDeque<>();
    private Optional<SetRun> run = Optional.empty();

    DocumentCursor(
            Inspection.Judged inspection, List<SetResult> results, SetWalk walk, Function<SetHeader, SetRun> runs) {
        this.inspection = inspection;
        this.results = results;
        this.walk = walk;
        this.runs = runs;
    }

    /**
     * The next document; empty at the end of the file.
     *
     * @throws RefusedException with {@link ErrorCode#FILE_REFUSED} if the file is no longer the one that was judged
     * @throws IOException if the file cannot be read
     */
    public Optional<Document> next() throws IOException {
        try {
            while (ready.isEmpty()) {
                Optional<Step> step = walk.next();
                if (step.isEmpty()) {
                    return Optional.empty();
                }
                take(step.get());
            }
        } catch (MalformedTextException e) {
            throw changed(e.fault().describe());
        }
        return Optional.of(ready.remove());
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }

    private void take(Step step) {
        if (step.set() >= results.size()) {
            throw changed("it has more documents");
        }
        SetResult result = results.get(step.set());
        if (step.segment().is("ST")) {
            run = Optional.empty();
            if (result.faults().isEmpty()) {
                run = Optional.of(runs.apply(result.set()));
            } else {
                ready.add(new Document.Faulty(result.set(), result.subject(), result.faults()));
            }
        }
        run.ifPresent(good -> {
            good.take(step.segment(), ready::add);
            if (!good.faults().isEmpty()) {
                throw changed(good.faults().get(0).describe());
            }
        });
    }

    private RefusedException changed(String what) {
        return new RefusedException(
                ErrorCode.FILE_REFUSED, "file " + inspection.file() + " changed after it was judged: " + what);
    }
}
