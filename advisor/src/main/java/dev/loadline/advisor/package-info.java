@NullMarked
package dev.loadline.advisor;

import org.jspecify.annotations.NullMarked;
