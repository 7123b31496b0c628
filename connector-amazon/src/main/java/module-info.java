import dev.drayage.amazon.AmazonProvider;
import dev.drayage.spi.ConnectorProvider;

/** The connector for Amazon's Selling Partner API. */
module dev.drayage.amazon {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.drayage.core;

    exports dev.drayage.amazon;

    provides ConnectorProvider with
            AmazonProvider;
}
