/**
 * The vocabulary that the collector and the advisor share: JDK types only, no behaviour of either.
 */
@NullMarked
package dev.loadline.collector.signal;

import org.jspecify.annotations.NullMarked;
