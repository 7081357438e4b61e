/** What the agent costs, measured with JMH. */
@NullMarked
package dev.loadline.lab.bench;

import org.jspecify.annotations.NullMarked;
