package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.Money;
import dev.drayage.spi.Violations;

/**
 * A sale ready to be sent, or the reasons why it cannot be.
 *
 * @param body the record in NetSuite's form
 * @param total what the account will come to
 * @param violations every reason, empty if it can be sent
 */
public record SaleDraft(ObjectNode body, Money total, Violations violations) {}
