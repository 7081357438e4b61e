/** Markdown capacity analyses as draft models: figures with their lines, and what was not read. */
@NullMarked
package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.NullMarked;
