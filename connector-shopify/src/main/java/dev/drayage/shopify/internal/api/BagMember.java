package dev.drayage.shopify.internal.api;

import dev.drayage.shopify.MoneyBasis;

/** Which of a money bag's two amounts counts (page "MoneyBag"). Stateless. */
public final class BagMember {
    private BagMember() {}

    /** The member of a bag that holds amounts on this basis. */
    public static String of(MoneyBasis basis) {
        return basis == MoneyBasis.SHOP ? "shopMoney" : "presentmentMoney";
    }
}
