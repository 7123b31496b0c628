package dev.drayage.benchmarks.parts;

import dev.drayage.engine.RunReport;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What is measured, each part ({@code name}) beside its baseline ({@code nameBare}). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Parts {

    /** An engine and its pages. */
    @State(Scope.Thread)
    public static class Engine {
        final EngineWork work = new EngineWork();

        /** Ends it. */
        @TearDown
        public void end() {
            work.close();
        }
    }

    /** An order. */
    @State(Scope.Thread)
    public static class Model {
        final ModelWork work = new ModelWork();
    }

    /** A server on loopback. */
    @State(Scope.Thread)
    public static class Calls {
        final CallWork work = new CallWork();

        /** Ends it. */
        @TearDown
        public void end() {
            work.close();
        }
    }

    /** A ledger in SQLite. */
    @State(Scope.Thread)
    public static class Sqlite {
        final StoreWork work = new StoreWork("sqlite");

        /** Takes it away. */
        @TearDown
        public void end() throws SQLException, IOException {
            work.close();
        }
    }

    /** A ledger in H2. */
    @State(Scope.Thread)
    public static class H2 {
        final StoreWork work = new StoreWork("h2");

        /** Takes it away. */
        @TearDown
        public void end() throws SQLException, IOException {
            work.close();
        }
    }

    /** A page of 100 known records that did not change: window, admission, checkpoint. */
    @Benchmark
    @OperationsPerInvocation(EngineWork.PAGES)
    public RunReport known(Engine engine) {
        return engine.work.readKnown();
    }

    /** Revisions compared with a map. */
    @Benchmark
    @OperationsPerInvocation(EngineWork.PAGES)
    public int knownBare(Engine engine) {
        return engine.work.readKnownBare();
    }

    /** 100 new records, written to a sink that answers at once. */
    @Benchmark
    @OperationsPerInvocation(EngineWork.PAGES)
    public RunReport booked(Engine engine) {
        return engine.work.bookNew();
    }

    /** The same sink in a loop. */
    @Benchmark
    @OperationsPerInvocation(EngineWork.PAGES)
    public Map<EffectKey, EffectOutcome> bookedBare(Engine engine) {
        return engine.work.bookNewBare();
    }

    /** An order of three lines. */
    @Benchmark
    public SalesOrder built(Model model) {
        return model.work.build();
    }

    /** Its values in maps. */
    @Benchmark
    public Map<String, Object> builtBare(Model model) {
        return model.work.buildBare();
    }

    /** Its digest. */
    @Benchmark
    public String digested(Model model) {
        return model.work.digest();
    }

    /** SHA-256 of its text. */
    @Benchmark
    public byte[] digestedBare(Model model) throws NoSuchAlgorithmException {
        return model.work.digestBare();
    }

    /** 100 records looked up in SQLite. */
    @Benchmark
    public int sqliteLookUp(Sqlite sqlite) {
        return sqlite.work.lookUp();
    }

    /** 100 rows of a plain table. */
    @Benchmark
    public int sqliteLookUpBare(Sqlite sqlite) throws SQLException {
        return sqlite.work.lookUpBare();
    }

    /** 100 records and effects committed to SQLite. */
    @Benchmark
    public void sqliteCommit(Sqlite sqlite) {
        sqlite.work.commit();
    }

    /** 200 rows of a plain table. */
    @Benchmark
    public void sqliteCommitBare(Sqlite sqlite) throws SQLException {
        sqlite.work.commitBare();
    }

    /** 100 records looked up in H2. */
    @Benchmark
    public int h2LookUp(H2 h2) {
        return h2.work.lookUp();
    }

    /** 100 rows of a plain table. */
    @Benchmark
    public int h2LookUpBare(H2 h2) throws SQLException {
        return h2.work.lookUpBare();
    }

    /** 100 records and effects committed to H2. */
    @Benchmark
    public void h2Commit(H2 h2) {
        h2.work.commit();
    }

    /** 200 rows of a plain table. */
    @Benchmark
    public void h2CommitBare(H2 h2) throws SQLException {
        h2.work.commitBare();
    }

    /** A call on loopback. */
    @Benchmark
    public int sent(Calls calls) {
        return calls.work.send();
    }

    /** The same with the JDK's client alone. */
    @Benchmark
    public int sentBare(Calls calls) throws IOException, InterruptedException {
        return calls.work.sendBare();
    }

    /** A permit that nobody else wants. */
    @Benchmark
    public void permitted(Calls calls) {
        calls.work.acquire();
    }

    /** A semaphore that nobody else wants. */
    @Benchmark
    public void permittedBare(Calls calls) throws InterruptedException {
        calls.work.acquireBare();
    }
}
