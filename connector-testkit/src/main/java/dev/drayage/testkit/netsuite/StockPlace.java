package dev.drayage.testkit.netsuite;

/**
 * Where pieces lie.
 *
 * @param item internal id of the item
 * @param location internal id of the location
 * @param number lot or serial number as it is written on the goods, empty for items without
 */
record StockPlace(String item, String location, String number) {}
