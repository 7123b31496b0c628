/** What the engine must find again after a crash: ledger, checkpoints, leases, connector state. Namespaced by tenant, fenced by lease epoch. */
@NullMarked
package dev.drayage.store;

import org.jspecify.annotations.NullMarked;
