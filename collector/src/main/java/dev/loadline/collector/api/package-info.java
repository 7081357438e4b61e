/** What the collector answers over HTTP. */
@NullMarked
package dev.loadline.collector.api;

import org.jspecify.annotations.NullMarked;
