/** The query service: queries from resource files with bound values, and rows. */
@NullMarked
package dev.drayage.netsuite.internal.suiteql;

import org.jspecify.annotations.NullMarked;
