/** Many starts of many kinds of applications, and many class loaders in one. */
@NullMarked
package dev.loadline.lab.starts;

import org.jspecify.annotations.NullMarked;
