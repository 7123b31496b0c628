/** Files exchanged with a partner: a local folder or an SFTP server behind one interface, and the settings of both. */
@NullMarked
package dev.drayage.threepl.exchange;

import org.jspecify.annotations.NullMarked;
