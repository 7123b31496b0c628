package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.List;

/** Documents on their way out, with the habits that delay, mix and repeat them. Not thread-safe. */
final class Outbox {
    private final Habits habits;
    private final FrontDesk desk;
    private final ExchangeFolders folders;
    private final FileNames names;
    private final Dice dice;
    private final List<ShippingAdvice> waiting = new ArrayList<>();
    private final List<ShippingAdvice> toTellAgain = new ArrayList<>();
    private final List<OutFile> toPutAgain = new ArrayList<>();
    private final List<OutFile> put = new ArrayList<>();

    Outbox(Habits habits, FrontDesk desk, ExchangeFolders folders, FileNames names, Dice dice) {
        this.habits = habits;
        this.desk = desk;
        this.folders = folders;
        this.names = names;
        this.dice = dice;
    }

    /** Puts out what was left from the round before, and tells of the shipments of this one. */
    void tell(List<ShippingAdvice> fresh) {
        List<OutFile> files =
                new ArrayList<>(toPutAgain.stream().map(this::renamed).toList());
        toPutAgain.clear();
        List<ShippingAdvice> now = new ArrayList<>(toTellAgain);
        toTellAgain.clear();
        now.addAll(waiting);
        waiting.clear();
        for (ShippingAdvice advice : fresh) {
            (dice.happens(habits.heldBackShare()) ? waiting : now).add(advice);
        }
        shuffle(now);
        for (ShippingAdvice advice : now) {
            if (fresh.contains(advice) && dice.happens(habits.newInterchangeAgainShare())) {
                toTellAgain.add(advice);
            }
        }
        for (OutFile file : desk.advise(now)) {
            files.add(file);
            if (dice.happens(habits.sameBytesAgainShare())) {
                toPutAgain.add(file);
            }
        }
        shuffle(files);
        files.forEach(this::put);
    }

    /** Puts out a shipment at once, whatever the habits. */
    void tellNow(ShippingAdvice advice) {
        desk.advise(List.of(advice)).forEach(this::put);
    }

    void put(OutFile file) {
        folders.put(file);
        put.add(file);
    }

    /** Puts out an answer to the depositor, which is never repeated. */
    void answer(OutFile file) {
        folders.put(file);
    }

    /** Puts the last document out again, byte for byte, under another name. */
    OutFile putLastAgain() {
        if (put.isEmpty()) {
            throw new IllegalStateException("nothing was put out yet that could be sent again");
        }
        OutFile again = renamed(put.get(put.size() - 1));
        put(again);
        return again;
    }

    /** Whether documents wait for a later round. */
    boolean isEmpty() {
        return waiting.isEmpty() && toTellAgain.isEmpty() && toPutAgain.isEmpty();
    }

    private OutFile renamed(OutFile file) {
        String ending = file.name().substring(file.name().lastIndexOf('.') + 1);
        String kind = file.name().substring(0, file.name().indexOf('_'));
        return new OutFile(names.next(kind, ending), file.bytes());
    }

    private <T> void shuffle(List<T> list) {
        if (habits.shuffles()) {
            dice.mix(list);
        }
    }
}
