/** Real parts as child JVMs that never outlive whoever started them. */
@NullMarked
package dev.loadline.lab.part;

import org.jspecify.annotations.NullMarked;
