/** What the engine tells: events to listeners, names of runs, fields of log lines, texts of defects. */
@NullMarked
package dev.drayage.engine.internal.news;

import org.jspecify.annotations.NullMarked;
