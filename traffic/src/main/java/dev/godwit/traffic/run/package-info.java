/** Leads a database through a manoeuvre and back while both versions of the application are at work, and judges. */
@NullMarked
package dev.godwit.traffic.run;

import org.jspecify.annotations.NullMarked;
