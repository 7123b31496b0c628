/** What an X12 warehouse was told and answered, as the connector keeps it. */
@NullMarked
package dev.drayage.threepl.internal.x12.files;

import org.jspecify.annotations.NullMarked;
