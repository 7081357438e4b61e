/** Finds what is to be scraped, one class for each way of finding it. */
@NullMarked
package dev.loadline.collector.discovery;

import org.jspecify.annotations.NullMarked;
