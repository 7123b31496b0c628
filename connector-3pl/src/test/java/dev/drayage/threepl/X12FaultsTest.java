package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.testkit.warehouse.OrderStatus;
import dev.drayage.testkit.warehouse.SftpFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can go wrong on the way to a warehouse behind SFTP doubles no order, no change and no cancellation, and loses none. */
class X12FaultsTest {
    @TempDir
    Path room;

    private X12World world;

    /** What happens at the door. */
    enum Trouble {
        LOST_ANSWER_OF_A_RENAME(faults -> faults.loseAnswersOfRenames(1)),
        LOST_ANSWERS_OF_RENAMES(faults -> faults.loseAnswersOfRenames(3)),
        DENIED_RENAME(faults -> faults.denyRenames(1)),
        CUT_UPLOAD(faults -> faults.cutUploads(1, 100)),
        CUT_UPLOADS(faults -> faults.cutUploads(3, 0)),
        CUT_DOWNLOAD(faults -> faults.cutDownloads(1, 100)),
        REFUSED_LOGIN(faults -> faults.refuseLogins(1));

        private final Consumer<SftpFaults> makes;

        Trouble(Consumer<SftpFaults> makes) {
            this.makes = makes;
        }
    }

    @BeforeEach
    void open() throws IOException {
        world = X12World.sftp(room);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void G2_an_order_arrives_once_whatever_meets_it(Trouble trouble) {
        trouble.makes.accept(world.door().faults());
        world.tell(3, Effect.Mode.CREATE_OR_UPDATE, Optional.empty());
        assertThat(world.received().originals()).isEqualTo(1);
        assertThat(world.received().lines().get(0).quantity()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void G2_a_change_arrives_once_whatever_meets_it(Trouble trouble) {
        RecordRef ref = world.tell(3, Effect.Mode.CREATE_OR_UPDATE, Optional.empty());
        trouble.makes.accept(world.door().faults());
        world.tell(2, Effect.Mode.CREATE_OR_UPDATE, Optional.of(ref));
        assertThat(world.received().originals()).isEqualTo(1);
        assertThat(world.received().changes()).isEqualTo(1);
        assertThat(world.received().lines().get(0).quantity()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void G2_a_cancellation_arrives_once_whatever_meets_it(Trouble trouble) {
        RecordRef ref = world.tell(3, Effect.Mode.CREATE_OR_UPDATE, Optional.empty());
        trouble.makes.accept(world.door().faults());
        world.tell(3, Effect.Mode.VOID, Optional.of(ref));
        assertThat(world.received().originals()).isEqualTo(1);
        assertThat(world.received().cancels()).isEqualTo(1);
        assertThat(world.received().status()).isEqualTo(OrderStatus.CANCELLED);
    }
}
