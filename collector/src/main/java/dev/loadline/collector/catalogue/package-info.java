/** Turns foreign metric names into signals by tables, one YAML file for each exporter. */
@NullMarked
package dev.loadline.collector.catalogue;

import org.jspecify.annotations.NullMarked;
