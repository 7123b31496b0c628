/**
 * A simulated Shopify shop on loopback: token endpoint and Admin GraphQL API of versions 2026-04 to 2026-10, with state,
 * query cost, throttling and faults. Written from Shopify's published schema and from recorded answers, never from the
 * connector that is tested against it.
 */
@NullMarked
package dev.drayage.testkit.shopify;

import org.jspecify.annotations.NullMarked;
