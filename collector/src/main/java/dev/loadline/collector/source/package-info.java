/** Reads servers and the system in their own protocols, where nothing publishes metrics. */
@NullMarked
package dev.loadline.collector.source;

import org.jspecify.annotations.NullMarked;
