/** Drayage core. */
module dev.drayage.core {
    requires com.fasterxml.jackson.databind;
    requires dev.failsafe.core;
    requires transitive java.net.http;
    requires transitive java.sql;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.drayage;
    exports dev.drayage.call;
    exports dev.drayage.engine;
    exports dev.drayage.error;
    exports dev.drayage.http;
    exports dev.drayage.mapping;
    exports dev.drayage.model;
    exports dev.drayage.quota;
    exports dev.drayage.settings;
    exports dev.drayage.spi;
    exports dev.drayage.store;
    exports dev.drayage.store.jdbc;
    exports dev.drayage.sync;
    exports dev.drayage.internal.json to
            dev.drayage.amazon,
            dev.drayage.netsuite,
            dev.drayage.shopify,
            dev.drayage.threepl;

    uses dev.drayage.spi.ConnectorProvider;
}
