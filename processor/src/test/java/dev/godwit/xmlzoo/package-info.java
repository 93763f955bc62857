/** Models whose mapping is in mapping files, wholly or over annotations. */
package dev.godwit.xmlzoo;
