package dev.drayage.netsuite.internal.sale;

import dev.drayage.model.Money;
import dev.drayage.model.TaxLine;

/**
 * Tax on one line of the ERP's document.
 *
 * @param tag the line's tag, or the channel's id of a line of goods
 * @param tax the tax as the channel tells it
 * @param amount how much of it belongs to the line
 */
record TaxShare(String tag, TaxLine tax, Money amount) {}
