/** Warehouse files, from the folder to the ERP. */
@NullMarked
package dev.drayage.threepl;

import org.jspecify.annotations.NullMarked;
