/** The settings of the exchange of files with a partner: a local folder or an SFTP server. */
@NullMarked
package dev.drayage.threepl.exchange;

import org.jspecify.annotations.NullMarked;
