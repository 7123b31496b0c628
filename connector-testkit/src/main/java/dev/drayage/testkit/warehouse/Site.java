package dev.drayage.testkit.warehouse;

import java.time.ZoneId;

/**
 * The warehouse as its papers name it. Immutable.
 *
 * @param name its name
 * @param code the depositor's code for it
 * @param zone the zone of its dates and times
 */
record Site(String name, String code, ZoneId zone) {}
