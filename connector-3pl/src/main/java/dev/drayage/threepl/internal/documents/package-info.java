/** From a partner's files to records, whatever the format: what a file tells, and when it is put away; not API. */
@NullMarked
package dev.drayage.threepl.internal.documents;

import org.jspecify.annotations.NullMarked;
