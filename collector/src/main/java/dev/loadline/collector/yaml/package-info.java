/** Strict YAML bound to records: every problem at once, each with file, line and how to mend it. */
@NullMarked
package dev.loadline.collector.yaml;

import org.jspecify.annotations.NullMarked;
