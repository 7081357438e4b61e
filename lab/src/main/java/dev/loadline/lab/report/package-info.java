/** What the lab's commands print. */
@NullMarked
package dev.loadline.lab.report;

import org.jspecify.annotations.NullMarked;
