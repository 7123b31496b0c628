package dev.drayage.shopify;

import dev.drayage.spi.ConnectorProvider;
import dev.drayage.testing.SettingsContract;
import java.util.Map;

class ShopifySettingsContractTest extends SettingsContract {

    @Override
    protected ConnectorProvider provider() {
        return new ShopifyProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return ShopifySettings.builder()
                .shop("acme.myshopify.com")
                .installedApp("9f3c21e7", "shpss_Qw8RtY2uIoP5", "shprt_Zx6CvB1nMl0K")
                .webhookSecret("whsec_Lk7JhG4fDsA9")
                .oldWebhookSecret("whsec_Po3IuY6tReW2")
                .toMap();
    }
}
