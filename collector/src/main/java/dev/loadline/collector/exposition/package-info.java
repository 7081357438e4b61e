/** The text in which programs publish their metrics, read strictly and as a whole. */
@NullMarked
package dev.loadline.collector.exposition;

import org.jspecify.annotations.NullMarked;
