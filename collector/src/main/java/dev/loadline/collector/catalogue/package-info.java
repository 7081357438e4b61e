/**
 * What the metrics of many exporters mean. {@link dev.loadline.collector.catalogue.Table} says what
 * a table can say; {@link dev.loadline.collector.catalogue.Catalogue} is where to begin reading.
 */
@NullMarked
package dev.loadline.collector.catalogue;

import org.jspecify.annotations.NullMarked;
