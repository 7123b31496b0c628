package dev.drayage.threepl;

import dev.drayage.settings.Settings;
import dev.drayage.threepl.internal.terms.LineStatuses;
import dev.drayage.threepl.internal.x12.AcknowledgementHabits;
import dev.drayage.threepl.internal.x12.AdviceHabits;
import dev.drayage.threepl.internal.x12.OrderHabits;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.StockHabits;
import dev.drayage.threepl.internal.x12.files.ProfileTexts;
import java.time.Duration;
import java.util.Optional;

/** The partner profile that checked settings give. Stateless. */
final class X12Profile {
    private X12Profile() {}

    static PartnerProfile of(Settings settings) {
        return PartnerProfile.builder()
                .name(settings.get(FileWarehouseSettings.WAREHOUSE))
                .us(ProfileTexts.party(settings.get(WarehouseX12Settings.US)))
                .warehouse(ProfileTexts.party(settings.get(WarehouseX12Settings.THEM)))
                .test(settings.get(WarehouseX12Settings.TEST))
                .zone(settings.get(FileWarehouseSettings.ZONE))
                .output(ProfileTexts.style(
                        settings.get(WarehouseX12Settings.DELIMITERS),
                        ProfileTexts.lineEnd(settings.get(WarehouseX12Settings.LINE_END)),
                        settings.get(WarehouseX12Settings.LOWER_CASE)))
                .orders(orders(settings))
                .shipments(shipments(settings))
                .stock(stock(settings))
                .acknowledgements(acknowledgements(settings))
                .orderReference(settings.get(FileWarehouseSettings.ORDER_REFERENCE))
                .lineReference(settings.get(FileWarehouseSettings.LINE_REFERENCE))
                .addUnits(settings.get(FileWarehouseSettings.UNIT))
                .addAllUnits(settings.get(WarehouseX12Settings.UNITS))
                .leniencies(ProfileTexts.leniencies(settings.get(WarehouseX12Settings.LENIENT)))
                .build();
    }

    private static OrderHabits orders(Settings settings) {
        return OrderHabits.builder()
                .unit(settings.get(FileWarehouseSettings.UNIT))
                .shipFromName(settings.find(WarehouseX12Settings.SHIP_FROM))
                .shipFromCode(settings.find(WarehouseX12Settings.SHIP_FROM_CODE))
                .build();
    }

    private static AdviceHabits shipments(Settings settings) {
        String lineId = settings.get(WarehouseX12Settings.LINE_ID);
        return AdviceHabits.builder()
                .reportingCodes(settings.get(WarehouseX12Settings.REPORTING))
                .tracking(ProfileTexts.tracking(settings.get(WarehouseX12Settings.TRACKING)))
                .lineIdQualifier(lineId.equals("none") ? Optional.<String>empty() : Optional.of(lineId))
                .skuQualifiers(settings.get(WarehouseX12Settings.SKU_QUALIFIERS))
                .lineStatuses(LineStatuses.of(settings.get(FileWarehouseSettings.LINE_STATUSES)))
                .build();
    }

    private static StockHabits stock(Settings settings) {
        return StockHabits.builder()
                .quantities(ProfileTexts.quantities(settings.get(WarehouseX12Settings.QUANTITIES)))
                .skuQualifiers(settings.get(WarehouseX12Settings.SKU_QUALIFIERS))
                .lots(settings.get(FileWarehouseSettings.LOTS))
                .location(settings.find(WarehouseX12Settings.STOCK_LOCATION))
                .build();
    }

    private static AcknowledgementHabits acknowledgements(Settings settings) {
        Duration within = settings.get(WarehouseX12Settings.ACKNOWLEDGED_WITHIN);
        return AcknowledgementHabits.builder()
                .expected(!within.isZero())
                .within(within)
                .sent(settings.get(WarehouseX12Settings.ACKNOWLEDGES))
                .build();
    }
}
