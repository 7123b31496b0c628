package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;

import com.berryworks.edireader.EDIReader;
import com.berryworks.edireader.EDIReaderFactory;
import dev.drayage.mapping.ValueMap;
import dev.drayage.threepl.internal.terms.Purpose;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Counts;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.ElementNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SegmentNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SetVerdict;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Verdict;
import dev.drayage.threepl.internal.x12.write.AcknowledgementWriter;
import dev.drayage.threepl.internal.x12.write.CarrierInformation;
import dev.drayage.threepl.internal.x12.write.ControlNumbers;
import dev.drayage.threepl.internal.x12.write.ShippingOrderWriter;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What we write, as a parser reads it that has no line of code in common with ours; it checks counts and control numbers. */
class IndependentParserTest {
    private static final Instant AT = Instant.parse("2026-09-01T15:15:00Z");
    private static final ControlNumbers NUMBERS = new ControlNumbers(999_999_999, 17, 123_456_789);

    @Test
    void orders_are_read_as_they_were_meant() throws IOException, SAXException {
        PartnerProfile profile =
                Samples.brand().orders(OrderHabits.builder().build()).build();
        ShippingOrderWriter writer = new ShippingOrderWriter(
                profile,
                CarrierInformation.by(
                        ValueMap.of("ship methods", Map.of("UPS® Ground", "PP:U:UPSN:UPS Ground")), Optional.empty()));
        for (Purpose purpose : Purpose.values()) {
            String text = writer.write(ShippingOrderWriterTest.order().build(), purpose, NUMBERS, AT);
            assertThat(segments(text)).isEqualTo(expected(text));
            assertThat(text).contains("ST*940*123456789~").contains("GE*1*17~").contains("IEA*1*999999999~");
        }
    }

    @Test
    void acknowledgements_are_read_as_they_were_meant() throws IOException, SAXException {
        FunctionalAcknowledgement partly = new FunctionalAcknowledgement(
                "SW",
                "577",
                Verdict.PARTLY,
                new Counts(3, 3, 2),
                List.of(
                        new SetVerdict("945", "0001", Verdict.ACCEPTED, List.of(), List.of()),
                        new SetVerdict(
                                "945",
                                "0002",
                                Verdict.ACCEPTED_WITH_ERRORS,
                                List.of(new SegmentNote("W03", 9, "8", List.of(new ElementNote(1, "382", "7")))),
                                List.of("5")),
                        new SetVerdict(
                                "945",
                                "0003",
                                Verdict.REJECTED,
                                List.of(new SegmentNote("W06", 2, "3", List.of())),
                                List.of("4", "5"))),
                List.of());
        String text = new AcknowledgementWriter(Samples.brand().build()).write(partly, NUMBERS, AT);
        assertThat(segments(text)).isEqualTo(expected(text));
        assertThat(text).contains("AK9*P*3*3*2~");
    }

    /** The segments within the set, as they stand. */
    private static List<String> expected(String text) {
        return text.lines()
                .map(segment -> segment.substring(0, segment.length() - 1))
                .filter(segment -> !segment.matches("(ISA|GS|ST|SE|GE|IEA).*"))
                .toList();
    }

    private static List<String> segments(String text) throws IOException, SAXException {
        Collector collector = new Collector();
        EDIReader reader = EDIReaderFactory.createEDIReader(new InputSource(new StringReader(text)));
        reader.setContentHandler(collector);
        reader.parse(new InputSource(new StringReader(text)));
        return collector.segments;
    }

    /** Puts the parser's events together to segments again. */
    private static final class Collector extends DefaultHandler {
        final List<String> segments = new ArrayList<>();
        private final StringBuilder segment = new StringBuilder();
        private final StringBuilder value = new StringBuilder();
        private int position;

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            if (name.equals("segment")) {
                segment.setLength(0);
                segment.append(attributes.getValue("Id"));
                position = 0;
            } else if (name.equals("element")) {
                String id = attributes.getValue("Id");
                int at = Integer.parseInt(id.substring(id.length() - 2));
                segment.append("*".repeat(at - position));
                position = at;
                value.setLength(0);
            }
        }

        @Override
        public void characters(char[] text, int start, int length) {
            value.append(text, start, length);
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            if (name.equals("element")) {
                segment.append(value);
            } else if (name.equals("segment")) {
                segments.add(segment.toString());
            }
        }
    }
}
