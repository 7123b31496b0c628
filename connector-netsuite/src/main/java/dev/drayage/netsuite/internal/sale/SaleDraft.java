package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.spi.Violations;

/**
 * A sale ready to be sent, or the reasons why it cannot be.
 *
 * @param body the record in NetSuite's form
 * @param violations every reason, empty if it can be sent
 */
public record SaleDraft(ObjectNode body, Violations violations) {}
