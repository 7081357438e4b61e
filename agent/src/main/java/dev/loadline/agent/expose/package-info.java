/** What the agent shows: metrics and its own state, over HTTP. */
package dev.loadline.agent.expose;
