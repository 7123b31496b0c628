import dev.drayage.netsuite.NetSuiteProvider;
import dev.drayage.spi.ConnectorProvider;

/** The connector for NetSuite: SuiteTalk REST records and SuiteQL. */
module dev.drayage.netsuite {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.drayage.core;

    exports dev.drayage.netsuite;

    provides ConnectorProvider with
            NetSuiteProvider;
}
