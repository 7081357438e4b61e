/** What a model may say, as a JSON Schema for editors. */
@NullMarked
package dev.loadline.advisor.cli.schema;

import org.jspecify.annotations.NullMarked;
