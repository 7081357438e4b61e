/** The kinds of resources that a model speaks of, each with the law by which it runs out. */
@NullMarked
package dev.loadline.advisor.document.resource;

import org.jspecify.annotations.NullMarked;
