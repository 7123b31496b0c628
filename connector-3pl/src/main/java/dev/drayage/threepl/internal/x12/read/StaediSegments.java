package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.X12Fault.SetName;
import dev.drayage.threepl.internal.x12.X12Fault.Spot;
import dev.drayage.threepl.internal.x12.read.Segment.StructureError;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Segments as StAEDI reads them, with what our schemas say against them. Control numbers and counts are left to
 * {@link EnvelopeScan}. The only class beside {@link SetSchemas} that knows StAEDI. Not thread-safe.
 */
final class StaediSegments implements SegmentSource {
    private final NormalisedText text;
    private final SetSchemas schemas;
    private final EDIStreamReader reader;

    StaediSegments(NormalisedText text, SetSchemas schemas) throws IOException {
        this.text = text;
        this.schemas = schemas;
        try {
            this.reader = EDIInputFactory.newFactory().createEDIStreamReader(text, "ISO-8859-1", schemas.envelope());
        } catch (EDIStreamException e) {
            throw new IOException("ISO-8859-1 is on every platform", e);
        }
    }

    @Override
    public Optional<Segment> next() throws MalformedTextException {
        String id = "";
        List<String> elements = new ArrayList<>();
        List<StructureError> errors = new ArrayList<>();
        int line = 0;
        long offset = 0;
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case START_SEGMENT -> {
                        id = reader.getText();
                        line = reader.getLocation().getLineNumber() + text.skippedLines();
                        offset = (long) reader.getLocation().getCharacterOffset() - id.length() + text.skippedBytes();
                    }
                    case ELEMENT_DATA -> element(id, elements);
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> error(errors);
                    case END_SEGMENT -> {
                        return Optional.of(
                                new Segment(id, List.copyOf(elements), line, offset, told(errors, elements)));
                    }
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (EDIStreamException e) {
            throw malformed(id, e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void element(String segment, List<String> elements) {
        int position = reader.getLocation().getElementPosition();
        String value = reader.hasText() ? reader.getText() : "";
        if (position <= elements.size()) {
            // A second component of one element; the schema has noted it as an error.
            elements.set(position - 1, elements.get(position - 1) + value);
            return;
        }
        while (elements.size() < position - 1) {
            elements.add("");
        }
        elements.add(value);
        if (segment.equals("ST") && position == 1) {
            schemas.set(value).ifPresent(reader::setTransactionSchema);
        }
    }

    private void error(List<StructureError> errors) {
        EDIStreamValidationError type = reader.getErrorType();
        if (type == EDIStreamValidationError.CONTROL_REFERENCE_MISMATCH
                || type == EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT) {
            return;
        }
        Location at = reader.getLocation();
        String reference = text(reader.getReferenceCode());
        boolean missing = type == EDIStreamValidationError.MANDATORY_SEGMENT_MISSING;
        boolean ofElement = at.getElementPosition() > 0;
        errors.add(new StructureError(
                missing ? reference : text(at.getSegmentTag()),
                Math.max(0, at.getElementPosition()),
                ofElement && reference.matches("[0-9]+") ? reference : "",
                error(type),
                ""));
    }

    /** The errors with the texts of their elements; the reader itself fails when it is asked for an absent one. */
    private static List<StructureError> told(List<StructureError> errors, List<String> elements) {
        return errors.stream()
                .map(error -> error.element() < 1 || error.element() > elements.size()
                        ? error
                        : error.of(elements.get(error.element() - 1)))
                .toList();
    }

    private static X12Error error(EDIStreamValidationError type) {
        return switch (type) {
            case UNRECOGNIZED_SEGMENT_ID -> X12Error.UNKNOWN_SEGMENT;
            case MANDATORY_SEGMENT_MISSING -> X12Error.MISSING_SEGMENT;
            case LOOP_OCCURS_OVER_MAXIMUM_TIMES -> X12Error.LOOP_TOO_OFTEN;
            case SEGMENT_EXCEEDS_MAXIMUM_USE -> X12Error.SEGMENT_TOO_OFTEN;
            case SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET -> X12Error.SEGMENT_NOT_IN_SET;
            case SEGMENT_NOT_IN_PROPER_SEQUENCE -> X12Error.SEGMENT_OUT_OF_ORDER;
            case REQUIRED_DATA_ELEMENT_MISSING -> X12Error.MISSING_ELEMENT;
            case CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING -> X12Error.MISSING_CONDITIONAL_ELEMENT;
            case TOO_MANY_DATA_ELEMENTS, TOO_MANY_COMPONENTS, TOO_MANY_REPETITIONS -> X12Error.TOO_MANY_ELEMENTS;
            case DATA_ELEMENT_TOO_SHORT -> X12Error.ELEMENT_TOO_SHORT;
            case DATA_ELEMENT_TOO_LONG -> X12Error.ELEMENT_TOO_LONG;
            case INVALID_CHARACTER_DATA -> X12Error.INVALID_CHARACTER;
            case INVALID_CODE_VALUE -> X12Error.INVALID_CODE;
            case INVALID_DATE -> X12Error.INVALID_DATE;
            case INVALID_TIME -> X12Error.INVALID_TIME;
            case EXCLUSION_CONDITION_VIOLATED -> X12Error.EXCLUSION;
            default -> X12Error.UNEXPECTED_SEGMENT;
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private MalformedTextException malformed(String segment, EDIStreamException e) {
        Location at = e.getLocation();
        int line = at == null ? 0 : at.getLineNumber() + text.skippedLines();
        long offset = at == null ? 0 : (long) at.getCharacterOffset() + text.skippedBytes();
        return new MalformedTextException(new X12Fault(
                SetName.ENVELOPE,
                new Spot(segment, 0, 0, "", line, offset),
                X12Error.INTERCHANGE,
                "the text cannot be taken apart into segments"));
    }
}
