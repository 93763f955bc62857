/** One version of the application at work: requests at a steady rate, each with its latency and outcome. */
@NullMarked
package dev.godwit.traffic.load;

import org.jspecify.annotations.NullMarked;
