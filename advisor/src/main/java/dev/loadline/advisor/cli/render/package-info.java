/** Answers of commands as text for people, JSON and SARIF for programs, Markdown for reviews. */
@NullMarked
package dev.loadline.advisor.cli.render;

import org.jspecify.annotations.NullMarked;
