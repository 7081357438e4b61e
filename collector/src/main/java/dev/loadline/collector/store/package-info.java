/** Keeps signals in one SQLite file; what it acknowledged survives. */
@NullMarked
package dev.loadline.collector.store;

import org.jspecify.annotations.NullMarked;
